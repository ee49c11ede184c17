/// Devices, badges and who speaks for whom.
@NullMarked
package io.baedge.hub.device;

import org.jspecify.annotations.NullMarked;
