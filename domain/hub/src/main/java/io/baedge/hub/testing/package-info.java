/// The suite that every hub store passes.
@NullMarked
package io.baedge.hub.testing;

import org.jspecify.annotations.NullMarked;
