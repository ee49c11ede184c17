package io.baedge.bench.torture;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waiting for other processes, always with a deadline.
final class Patience {
  private static final long LOOK_EVERY_MS = 25;

  private Patience() {}

  /// Waits until it holds; false when it did not in time.
  static boolean within(long limitMs, BooleanSupplier holds) throws InterruptedException {
    long endNs = System.nanoTime() + limitMs * 1_000_000;
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() >= endNs) {
        return false;
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    return true;
  }

  /// Waits until it holds, or ends the step with what was seen.
  static void until(long limitMs, BooleanSupplier holds, Supplier<String> seen)
      throws InterruptedException, TortureFailed {
    if (!within(limitMs, holds)) {
      throw new TortureFailed("not within " + limitMs / 1_000 + " s: " + seen.get());
    }
  }
}
