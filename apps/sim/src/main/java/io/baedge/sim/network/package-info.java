/// Links that lose, repeat, reorder and delay.
@NullMarked
package io.baedge.sim.network;

import org.jspecify.annotations.NullMarked;
