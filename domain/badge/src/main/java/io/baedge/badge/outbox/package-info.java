/// Records on their way to the hub: nothing is forgotten before the hub has committed it.
@NullMarked
package io.baedge.badge.outbox;

import org.jspecify.annotations.NullMarked;
