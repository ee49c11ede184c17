/// The conference in virtual time: badges, network, hub, desk and mishaps, with what must always
/// hold.
@NullMarked
package io.baedge.sim.conference;

import org.jspecify.annotations.NullMarked;
