/// The panel, or what stands in for it.
@NullMarked
package io.baedge.badgelinux.glass;

import org.jspecify.annotations.NullMarked;
