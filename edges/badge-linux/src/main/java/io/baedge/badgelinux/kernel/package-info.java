/// The kernel's device interfaces by foreign functions: SPI, GPIO lines, I2C. Loaded only when a
/// real panel or gauge is asked for.
@NullMarked
package io.baedge.badgelinux.kernel;

import org.jspecify.annotations.NullMarked;
