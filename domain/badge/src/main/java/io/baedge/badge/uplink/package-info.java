/// The way to the hub: when to connect, what to say, when to say it again.
@NullMarked
package io.baedge.badge.uplink;

import org.jspecify.annotations.NullMarked;
