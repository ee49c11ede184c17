/// The port to the hub's store: rows, the snapshot a hub starts from, a store in memory.
@NullMarked
package io.baedge.hub.store;

import org.jspecify.annotations.NullMarked;
