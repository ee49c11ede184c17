package io.baedge.hubserver.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The question whether every acknowledged record of a ledger is in a store exactly once. */
public final class LedgerCheck {
  private static final String RESOURCE = "ledger-check.sql";

  private LedgerCheck() {}

  /**
   * SQL for SQLite that needs a table {@code ledger} (device, epoch, taken, acknowledged) and the
   * store attached as {@code hub}; it answers acknowledged, present, missing and twice.
   */
  public static String sql() {
    try (InputStream in = LedgerCheck.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }
}
