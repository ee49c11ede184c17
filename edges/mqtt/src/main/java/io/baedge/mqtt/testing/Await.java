package io.baedge.mqtt.testing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting for real sockets and processes, always with a deadline.
public final class Await {
  /// Long enough for a busy machine; a passing test does not wait for it.
  public static final long DEADLINE_MS = 20_000;

  private static final long POLL_MS = 5;

  private Await() {}

  /// Polls until the condition holds; false when it did not within the time.
  public static boolean within(long deadlineMs, BooleanSupplier condition) {
    long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(deadlineMs);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() >= endNs) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MS));
    }
    return true;
  }

  /// Polls until the condition holds and fails the test when it never does.
  public static void until(String what, BooleanSupplier condition) {
    if (!within(DEADLINE_MS, condition)) {
      throw new AssertionError("waited " + DEADLINE_MS + " ms in vain for: " + what);
    }
  }
}
