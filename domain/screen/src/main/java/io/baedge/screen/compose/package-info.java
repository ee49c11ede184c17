/// From a layout and values to a picture: measuring, arranging, painting, and the report about it.
@NullMarked
package io.baedge.screen.compose;

import org.jspecify.annotations.NullMarked;
