/// Starts and stops the programs that run on the badge beside it.
@NullMarked
package io.baedge.badgelinux.work;

import org.jspecify.annotations.NullMarked;
