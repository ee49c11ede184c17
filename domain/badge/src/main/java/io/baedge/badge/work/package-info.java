/// Programs that run on the badge beside it: when they may, and when they must stop.
@NullMarked
package io.baedge.badge.work;

import org.jspecify.annotations.NullMarked;
