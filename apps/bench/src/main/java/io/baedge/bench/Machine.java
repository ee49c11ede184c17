package io.baedge.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// The machine that measures, and small arithmetic.
final class Machine {
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /// Read before this program adds to it.
  private static final double LOAD_BEFORE = MACHINE.getSystemLoadAverage();

  private Machine() {}

  /// Has the load read, once, before anything is measured.
  static void lookNow() {
    Objects.requireNonNull(MACHINE);
  }

  /// One line on how far wall-clock figures of this run can be trusted.
  static String noise() {
    int processors = MACHINE.getAvailableProcessors();
    String figures =
        text(
            "%d processors, %s, load average %.1f when this program started",
            processors, MACHINE.getArch(), LOAD_BEFORE);
    return LOAD_BEFORE > processors / 2.0
        ? figures
            + ": other programs compete, so wall times and rates are pessimistic; CPU times and"
            + " memory count"
        : figures + "; wall times and rates include what this program itself costs";
  }

  /// CPU time of this process so far.
  static double ownCpuMs() {
    return MACHINE.getProcessCpuTime() / 1e6;
  }

  /// As `String.format` without a locale's surprises.
  static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /// Waits, also through spurious wake-ups.
  static void pause(long forMs) {
    long endNs = System.nanoTime() + forMs * 1_000_000;
    for (long leftNs = forMs * 1_000_000; leftNs > 0; leftNs = endNs - System.nanoTime()) {
      LockSupport.parkNanos(leftNs);
    }
  }
}
