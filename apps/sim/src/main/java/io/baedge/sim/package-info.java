/// The conference: venue, radio, crowd, mishaps, invariants; virtual or real time.
@NullMarked
package io.baedge.sim;

import org.jspecify.annotations.NullMarked;
