/// What the board can tell: battery, radio, temperature, memory.
@NullMarked
package io.baedge.badgelinux.sensor;

import org.jspecify.annotations.NullMarked;
