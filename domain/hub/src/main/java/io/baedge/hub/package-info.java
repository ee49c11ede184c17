/// The decisions of the hub.
@NullMarked
package io.baedge.hub;

import org.jspecify.annotations.NullMarked;
