package io.baedge.badgelinux.clock;

import io.baedge.model.Now;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The moment as this board tells it: time since boot, suspend included (CLOCK_BOOTTIME), from the
 * kernel's uptime file in steps of 10 ms; where there is none the JVM's own clock. A native call
 * would be finer, but costs a small board a fifth of its start. The wall clock counts as right once
 * the system says that it was synchronised ({@link WallSync}).
 */
public final class BootClock {
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final long LOOK_EVERY_MS = 10_000;
  private static final int LONGEST_LINE = 64;

  private final Optional<RandomAccessFile> uptime;
  private final WallSync sync = new WallSync(Path.of("/"));
  private final byte[] line = new byte[LONGEST_LINE];
  private long aheadOfJvmMs;
  private long lastMonoMs;
  private boolean synced;
  private long lookedAtMs = Long.MIN_VALUE / 2;

  /** Finds the system's clock. */
  public BootClock() {
    this(UPTIME);
  }

  BootClock(Path uptimeFile) {
    Optional<RandomAccessFile> file;
    try {
      file = Optional.of(new RandomAccessFile(uptimeFile.toFile(), "r"));
    } catch (IOException e) {
      file = Optional.empty(); // not Linux, or /proc is hidden
    }
    this.uptime = file;
  }

  /** Now. Safe for many threads. */
  public synchronized Now now() {
    long monoMs = monoMs();
    if (monoMs - lookedAtMs > LOOK_EVERY_MS) {
      lookedAtMs = monoMs;
      synced = sync.synced(monoMs);
    }
    return new Now(monoMs, System.currentTimeMillis(), synced);
  }

  /** Names the start of the board from which the clock counts; empty when it cannot be told. */
  public String boot() {
    if (uptime.isEmpty()) {
      return ""; // the JVM's own clock counts from who knows when
    }
    try {
      String id = Files.readString(BOOT).strip();
      return id.length() <= LONGEST_LINE ? id : "";
    } catch (IOException e) {
      return "";
    }
  }

  private long monoMs() {
    long jvmMs = System.nanoTime() / 1_000_000;
    long bootMs = uptime.map(this::read).orElse(-1L);
    if (bootMs >= 0) {
      aheadOfJvmMs = bootMs - jvmMs;
    }
    lastMonoMs = Math.max(lastMonoMs, jvmMs + aheadOfJvmMs);
    return lastMonoMs;
  }

  /** Milliseconds since boot; -1 when the file does not say. */
  private long read(RandomAccessFile file) {
    try {
      file.seek(0);
      int length = file.read(line);
      long hundredths = 0;
      int at = 0;
      for (; at < length && line[at] != ' '; at++) {
        if (line[at] >= '0' && line[at] <= '9') {
          hundredths = hundredths * 10 + line[at] - '0';
        } else if (line[at] != '.') {
          return -1;
        }
      }
      boolean twoPlaces = at >= 3 && line[at - 3] == '.';
      return twoPlaces ? hundredths * 10 : -1;
    } catch (IOException e) {
      return -1;
    }
  }
}
