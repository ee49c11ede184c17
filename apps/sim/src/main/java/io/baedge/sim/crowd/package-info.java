/// The conference in real time: people who walk, batteries that drain, badges that talk to a real
/// hub.
@NullMarked
package io.baedge.sim.crowd;

import org.jspecify.annotations.NullMarked;
