/// How much to let in.
@NullMarked
package io.baedge.kit.rate;

import org.jspecify.annotations.NullMarked;
