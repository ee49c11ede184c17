/// Panels that are not there: controllers that interpret what they are sent, and the picture that
/// comes of it. They know registers and memories, not drivers.
@NullMarked
package io.baedge.badgelinux.emulated;

import org.jspecify.annotations.NullMarked;
