/// How good a badge's way to the hub is.
@NullMarked
package io.baedge.model.link;

import org.jspecify.annotations.NullMarked;
