/// One row per badge and the counts of the fleet, for the console.
@NullMarked
package io.baedge.hub.overview;

import org.jspecify.annotations.NullMarked;
