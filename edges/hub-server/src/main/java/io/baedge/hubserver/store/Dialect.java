package io.baedge.hubserver.store;

import java.util.Map;

/** Where the two databases differ. */
enum Dialect {
  SQLITE(Map.of("bytes", "BLOB", "serial", "INTEGER PRIMARY KEY"), ""),
  POSTGRESQL(Map.of("bytes", "BYTEA", "serial", "BIGSERIAL PRIMARY KEY"), " FOR SHARE");

  private final Map<String, String> placeholders;
  private final String shareLock;

  Dialect(Map<String, String> placeholders, String shareLock) {
    this.placeholders = placeholders;
    this.shareLock = shareLock;
  }

  /** What stands for {@code ${…}} in the schema. */
  Map<String, String> placeholders() {
    return placeholders;
  }

  /** Keeps rows that were read from being changed until the end of the transaction. */
  String shareLock() {
    return shareLock;
  }
}
