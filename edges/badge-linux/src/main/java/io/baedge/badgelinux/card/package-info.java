/// What a badge keeps on its memory card.
@NullMarked
package io.baedge.badgelinux.card;

import org.jspecify.annotations.NullMarked;
