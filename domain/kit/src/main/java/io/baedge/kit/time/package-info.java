/// Time that a program moves itself.
@NullMarked
package io.baedge.kit.time;

import org.jspecify.annotations.NullMarked;
