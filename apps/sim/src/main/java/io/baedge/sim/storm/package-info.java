/// A whole hall that comes back at once: the badges' real uplink against the hub's real admission.
@NullMarked
package io.baedge.sim.storm;

import org.jspecify.annotations.NullMarked;
