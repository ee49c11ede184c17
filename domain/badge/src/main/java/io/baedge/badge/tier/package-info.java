/// In which tier a badge is, by its battery and by its uplink, and what follows for its radio.
@NullMarked
package io.baedge.badge.tier;

import org.jspecify.annotations.NullMarked;
