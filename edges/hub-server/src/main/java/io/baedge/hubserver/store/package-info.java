/// The hub's memory on SQLite or PostgreSQL.
@NullMarked
package io.baedge.hubserver.store;

import org.jspecify.annotations.NullMarked;
