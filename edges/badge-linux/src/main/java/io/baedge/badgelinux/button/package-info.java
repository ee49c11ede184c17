/// The keys of a HAT: from edges of lines to presses.
@NullMarked
package io.baedge.badgelinux.button;

import org.jspecify.annotations.NullMarked;
