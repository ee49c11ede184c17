/// What badges say they are, and how it differs from what is desired.
@NullMarked
package io.baedge.hub.twin;

import org.jspecify.annotations.NullMarked;
