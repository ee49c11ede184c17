/// When to look at the world.
@NullMarked
package io.baedge.badge.sense;

import org.jspecify.annotations.NullMarked;
