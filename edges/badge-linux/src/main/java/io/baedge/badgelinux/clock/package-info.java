/// A clock that counts suspend and never jumps.
@NullMarked
package io.baedge.badgelinux.clock;

import org.jspecify.annotations.NullMarked;
