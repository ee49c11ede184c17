package io.baedge.badgelinux.gauge;

import io.baedge.kit.retry.Backoff;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Reads a gauge for a badge that must never wait for it: what may wait happens on a thread of its
 * own, one reading at a time. A gauge that fails is left alone for a while, then tried again, later
 * and later up to a minute; meanwhile nobody can tell, and the status says why.
 */
public final class GaugeWatch implements AutoCloseable {
  private static final long FIRST_RETRY_MS = 1_000;
  private static final long LAST_RETRY_MS = 60_000;

  /** A reading that takes longer says nothing of now. */
  private static final long OVERDUE_MS = 5_000;

  private static final int TRIES_TO_STAY = 3;

  private static final Reading.Power UNKNOWN =
      new Reading.Power(Reading.UNKNOWN, Reading.UNKNOWN, PowerSource.UNKNOWN);

  private final Gauge gauge;
  private final LongSupplier monoMs;
  private final Backoff backoff;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("gauge").factory());

  private volatile Consumer<Reading.Power> later = reading -> {};

  // Guarded by this.
  private final Charge charge = new Charge();
  private boolean busy;
  private long busySinceMonoMs;
  private boolean failing;
  private String problem = "";
  private long readings;
  private long failures;
  private long skipped;

  /** Of a gauge. */
  public GaugeWatch(Gauge gauge, LongSupplier monoMs, RandomGenerator random) {
    this.gauge = gauge;
    this.monoMs = monoMs;
    this.backoff = new Backoff(FIRST_RETRY_MS, LAST_RETRY_MS, random);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * A reading now if that needs no waiting or none is to be had; else it is told later.
   *
   * @param told of readings that come after the return, on another thread; the last one given
   *     counts
   */
  public Optional<Reading.Power> read(Consumer<Reading.Power> told) {
    later = told;
    if (gauge.atOnce()) {
      return Optional.of(measure());
    }
    synchronized (this) {
      if (busy) {
        skipped++;
        boolean overdue = monoMs.getAsLong() - busySinceMonoMs >= OVERDUE_MS;
        if (overdue) {
          problem =
              gauge.describe() + " does not answer; the bus or server hangs, start the board again";
        }
        return overdue ? Optional.of(UNKNOWN) : Optional.empty();
      }
      if (failing) {
        return Optional.of(UNKNOWN);
      }
      begin(0);
      return Optional.empty();
    }
  }

  private void begin(long delayMs) {
    if (thread.isShutdown()) {
      return;
    }
    busy = delayMs == 0;
    busySinceMonoMs = monoMs.getAsLong();
    thread.schedule(this::measureLater, delayMs, TimeUnit.MILLISECONDS);
  }

  private void measureLater() {
    synchronized (this) {
      busy = true;
      busySinceMonoMs = monoMs.getAsLong();
    }
    later.accept(measure());
  }

  private Reading.Power measure() {
    try {
      GaugeReading reading = gauge.read();
      synchronized (this) {
        readings++;
        problem = "";
        failing = false;
        busy = false;
        backoff.reset();
        return charge.of(reading, gauge.curve(), monoMs.getAsLong());
      }
    } catch (GaugeFailed e) {
      return failed(e.sentence());
    } catch (RuntimeException e) {
      // A gauge that is wrong must not end the badge.
      return failed(gauge.describe() + " is read wrongly: " + e + "; report this");
    }
  }

  private synchronized Reading.Power failed(String sentence) {
    failures++;
    problem = sentence;
    busy = false;
    if (!gauge.atOnce()) {
      failing = true;
      // At least the base, so that a bus in trouble is left alone for a moment.
      begin(FIRST_RETRY_MS + backoff.nextDelayMs());
    }
    return UNKNOWN;
  }

  /**
   * Sets the alarm and halts the board, on the gauge's thread.
   *
   * @param halt halts this board
   * @param impossible told why the board stays on
   */
  public void powerDown(long wakeInMs, PowerSwitch halt, Consumer<String> impossible) {
    try {
      thread.execute(
          () -> {
            try {
              powerDown(wakeInMs, halt);
            } catch (GaugeFailed e) {
              impossible.accept(e.sentence());
            }
          });
    } catch (java.util.concurrent.RejectedExecutionException e) {
      impossible.accept("the badge is ending");
    }
  }

  private void powerDown(long wakeInMs, PowerSwitch halt) throws GaugeFailed {
    WakeClock clock =
        gauge
            .clock()
            .orElseThrow(
                () ->
                    new GaugeFailed(
                        "there is no clock that wakes the board ("
                            + gauge.describe()
                            + "); only PiSugar 3 and pisugar-server have one"));
    try {
      clock.wake(wakeInMs);
      halt.off();
    } catch (GaugeFailed e) {
      // A clock that failed half way may cut the power of a board that goes on.
      takeBack(clock, e);
      throw e;
    }
  }

  private static void takeBack(WakeClock clock, GaugeFailed because) throws GaugeFailed {
    GaugeFailed last = because;
    for (int i = 0; i < TRIES_TO_STAY; i++) {
      try {
        clock.stay();
        return;
      } catch (GaugeFailed e) {
        last = e;
      }
    }
    throw new GaugeFailed(
        because.sentence()
            + "; the alarm cannot be taken back ("
            + last.sentence()
            + "), so the power may be cut within a minute");
  }

  /** How it does. */
  public synchronized GaugeStatus status() {
    return new GaugeStatus(gauge.describe(), problem, readings, failures, skipped);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
