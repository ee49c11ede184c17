package io.baedge.badgelinux.clock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Whether somebody keeps the system's clock right: systemd-timesyncd says so with a marker file,
 * chrony is asked, seldom and aside. Nobody at work means that the clock may show anything.
 */
final class WallSync {
  private static final String MARKER = "run/systemd/timesync/synchronized";
  private static final String CHRONY = "run/chrony";
  private static final List<String> ASK_CHRONY = List.of("chronyc", "-c", "tracking");
  private static final long ASK_EVERY_MS = 60_000;
  private static final long PATIENCE_MS = 5_000;
  private static final int LONGEST_ANSWER = 1_024;

  private final Path root;
  private final Supplier<String> tracking;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile boolean chronySynced;
  private long askedAtMs = Long.MIN_VALUE / 2;

  WallSync(Path root) {
    this(root, WallSync::askChrony);
  }

  /**
   * With another way to ask chrony.
   *
   * @param tracking the answer to {@code chronyc -c tracking}; empty when there is none
   */
  WallSync(Path root, Supplier<String> tracking) {
    this.root = root;
    this.tracking = tracking;
  }

  /** What is known now; never waits. */
  boolean synced(long monoMs) {
    if (Files.exists(root.resolve(MARKER))) {
      return true;
    }
    if (!Files.exists(root.resolve(CHRONY))) {
      return false;
    }
    if (monoMs - askedAtMs >= ASK_EVERY_MS && asking.compareAndSet(false, true)) {
      askedAtMs = monoMs;
      Thread.ofVirtual().name("chrony").start(this::ask);
    }
    return chronySynced;
  }

  private void ask() {
    try {
      chronySynced = saysSynced(tracking.get());
    } finally {
      asking.set(false);
    }
  }

  /**
   * The last of the fields is the leap status; it is "Not synchronised" while there is no source.
   */
  static boolean saysSynced(String answer) {
    String[] fields = answer.strip().split(",", -1);
    String leap = fields[fields.length - 1];
    return fields.length >= 14
        && (leap.equals("Normal") || leap.equals("Insert second") || leap.equals("Delete second"));
  }

  private static String askChrony() {
    try {
      Process process =
          new ProcessBuilder(ASK_CHRONY)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      try {
        if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
          return "";
        }
        byte[] said = process.getInputStream().readNBytes(LONGEST_ANSWER);
        return new String(said, StandardCharsets.US_ASCII);
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return ""; // chrony is not installed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
