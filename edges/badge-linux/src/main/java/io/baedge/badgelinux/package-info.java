/// The badge as a process on a Linux board: composes card, clock, sensors, panel, uplink and page.
@NullMarked
package io.baedge.badgelinux;

import org.jspecify.annotations.NullMarked;
