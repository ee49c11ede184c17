/// The e-paper panels that Baedge knows.
@NullMarked
package io.baedge.model.panel;

import org.jspecify.annotations.NullMarked;
