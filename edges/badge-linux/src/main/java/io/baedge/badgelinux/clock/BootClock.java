package io.baedge.badgelinux.clock;

import io.baedge.model.Now;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The moment as this board tells it: CLOCK_BOOTTIME, which counts suspend too, where the system has
 * it; else the JVM's own clock. The wall clock counts as right once the system says that it was
 * synchronised (systemd's marker file).
 */
public final class BootClock {
  /** {@code clockid_t} of {@code <linux/time.h>}. */
  private static final int CLOCK_BOOTTIME = 7;

  private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");
  private static final long LOOK_EVERY_MS = 10_000;

  private final Optional<MethodHandle> clockGettime;
  private volatile boolean synced;
  private volatile long lookedAtMs = Long.MIN_VALUE / 2;

  /** Finds the system's clock. */
  public BootClock() {
    this.clockGettime = find();
  }

  /** Now. Safe for many threads. */
  public Now now() {
    long monoMs = monoMs();
    if (monoMs - lookedAtMs > LOOK_EVERY_MS) {
      lookedAtMs = monoMs;
      synced = Files.exists(SYNCHRONISED);
    }
    return new Now(monoMs, System.currentTimeMillis(), synced);
  }

  private long monoMs() {
    if (clockGettime.isPresent()) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
        int failed = (int) clockGettime.get().invokeExact(CLOCK_BOOTTIME, time);
        if (failed == 0) {
          return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1_000
              + time.getAtIndex(ValueLayout.JAVA_LONG, 1) / 1_000_000;
        }
      } catch (Throwable e) {
        // Any failure of the call means the same: use the other clock.
      }
    }
    return System.nanoTime() / 1_000_000;
  }

  @SuppressWarnings("restricted")
  private static Optional<MethodHandle> find() {
    Linker linker;
    try {
      linker = Linker.nativeLinker();
    } catch (UnsupportedOperationException e) {
      return Optional.empty(); // some 32-bit builds
    }
    return linker
        .defaultLookup()
        .find("clock_gettime")
        .map(
            address ->
                linker.downcallHandle(
                    address,
                    FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
  }
}
