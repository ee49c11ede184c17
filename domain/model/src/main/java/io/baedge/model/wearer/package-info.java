/// What a badge shows of its wearer.
@NullMarked
package io.baedge.model.wearer;

import org.jspecify.annotations.NullMarked;
