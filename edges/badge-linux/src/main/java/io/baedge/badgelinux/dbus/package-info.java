/// The few words of D-Bus that a badge needs, and what NetworkManager tells by it.
@NullMarked
package io.baedge.badgelinux.dbus;

import org.jspecify.annotations.NullMarked;
