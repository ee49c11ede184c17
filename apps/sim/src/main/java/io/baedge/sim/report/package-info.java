/// What a run of the simulator found, for people and programs.
@NullMarked
package io.baedge.sim.report;

import org.jspecify.annotations.NullMarked;
