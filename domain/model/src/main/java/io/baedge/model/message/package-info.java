/// Messages between badge and hub.
@NullMarked
package io.baedge.model.message;

import org.jspecify.annotations.NullMarked;
