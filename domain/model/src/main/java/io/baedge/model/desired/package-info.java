/// What the hub wants a badge to be.
@NullMarked
package io.baedge.model.desired;

import org.jspecify.annotations.NullMarked;
