package io.baedge.badgelinux.button;

import io.baedge.badgelinux.kernel.DeviceFailed;
import io.baedge.badgelinux.kernel.GpioChip;
import io.baedge.badgelinux.kernel.GpioLines;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.kit.retry.Backoff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Watches the keys of a HAT on a thread of its own; without keys there is none. Lines that cannot
 * be had, because they are not there or another program holds them, are told and asked for again,
 * later and later up to a minute.
 */
public final class ButtonWatch implements AutoCloseable {
  private static final Duration DEBOUNCE = Duration.ofMillis(20);
  private static final int LOOK_MS = 1_000;
  private static final long FIRST_RETRY_MS = 1_000;
  private static final long LAST_RETRY_MS = 60_000;

  private final List<Integer> lines;
  private final Path root;
  private final Supplier<Kernel> kernel;
  private final Backoff backoff;
  private volatile boolean closed;
  private @Nullable Thread thread;

  // Guarded by this.
  private String problem = "";
  private long presses;
  private long failures;

  /**
   * Of keys, which it does not watch yet.
   *
   * @param lines by button, numbers of the header (BCM); empty for no keys
   * @param root of the kernel's files
   */
  public ButtonWatch(
      List<Integer> lines, Path root, Supplier<Kernel> kernel, RandomGenerator random) {
    this.lines = List.copyOf(lines);
    this.root = root;
    this.kernel = kernel;
    this.backoff = new Backoff(FIRST_RETRY_MS, LAST_RETRY_MS, random);
  }

  /** Begins to watch. */
  public void start(Consumer<Press> pressed) {
    if (!lines.isEmpty()) {
      thread = Thread.ofPlatform().daemon().name("buttons").start(() -> run(pressed));
    }
  }

  private void run(Consumer<Press> pressed) {
    try {
      while (!closed) {
        try {
          watch(pressed);
        } catch (DeviceFailed e) {
          failed(String.valueOf(e.getMessage()));
          Thread.sleep(FIRST_RETRY_MS + backoff.nextDelayMs());
        }
      }
    } catch (InterruptedException e) {
      // Asked to end.
    }
  }

  private void watch(Consumer<Press> pressed) throws DeviceFailed {
    int[] offsets = lines.stream().mapToInt(Integer::intValue).toArray();
    List<String> chips = GpioChip.paths(root);
    try (GpioChip chip = GpioChip.find(kernel.get(), chips, GpioChip.HEADER_LABELS);
        GpioLines keys = chip.buttons(DEBOUNCE, offsets)) {
      var presses = new Presses(lines.size());
      well("");
      while (!closed) {
        turn(keys, presses, pressed);
      }
    }
  }

  private void turn(GpioLines keys, Presses presses, Consumer<Press> pressed) throws DeviceFailed {
    Optional<GpioLines.Edge> edge = keys.awaitEdge(presses.waitMs(nowMs(), LOOK_MS));
    long ms = nowMs();
    List<Press> made = new ArrayList<>();
    edge.ifPresent(
        e -> {
          int key = lines.indexOf(e.line());
          if (key < 0) {
            return;
          }
          if (e.rising()) {
            presses.up(key, ms).ifPresent(made::add);
          } else {
            presses.down(key, ms);
          }
        });
    made.addAll(presses.held(ms));
    for (Press press : made) {
      count();
      pressed.accept(press);
    }
    int stuck = presses.stuck(ms);
    well(stuck == 0 ? "" : "button " + stuck + " is down for more than a minute; free its key");
  }

  private static long nowMs() {
    return System.nanoTime() / 1_000_000;
  }

  private synchronized void count() {
    presses++;
  }

  private synchronized void well(String told) {
    problem = told;
    backoff.reset();
  }

  private synchronized void failed(String sentence) {
    problem = sentence;
    failures++;
  }

  /** How the keys do. */
  public synchronized ButtonStatus status() {
    String keys = lines.isEmpty() ? "none" : "GPIO " + lines.toString().replaceAll("[\\[\\]]", "");
    return new ButtonStatus(keys, problem, presses, failures);
  }

  @Override
  public void close() {
    closed = true;
    Thread watching = thread;
    if (watching != null) {
      watching.interrupt();
    }
  }
}
