/// The decisions of a badge.
@NullMarked
package io.baedge.badge;

import org.jspecify.annotations.NullMarked;
