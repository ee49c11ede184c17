/// When something happened, told from the monotonic clock of a device that has no clock chip.
@NullMarked
package io.baedge.hub.clock;

import org.jspecify.annotations.NullMarked;
