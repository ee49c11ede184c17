/// Rooms, access points, and who stands where.
@NullMarked
package io.baedge.sim.venue;

import org.jspecify.annotations.NullMarked;
