/// One emulated board around a badge: battery, card, glass, power switch.
@NullMarked
package io.baedge.sim.device;

import org.jspecify.annotations.NullMarked;
