/// When to try again.
@NullMarked
package io.baedge.kit.retry;

import org.jspecify.annotations.NullMarked;
