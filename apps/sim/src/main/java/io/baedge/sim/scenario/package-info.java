/// What a simulated conference is made of, as a file and as values.
@NullMarked
package io.baedge.sim.scenario;

import org.jspecify.annotations.NullMarked;
