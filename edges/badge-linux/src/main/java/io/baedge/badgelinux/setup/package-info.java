/// Makes a board fit for a badge, step by step.
@NullMarked
package io.baedge.badgelinux.setup;

import org.jspecify.annotations.NullMarked;
