/// Randomness from one seed, a separate stream for every user of it.
@NullMarked
package io.baedge.sim.chance;

import org.jspecify.annotations.NullMarked;
