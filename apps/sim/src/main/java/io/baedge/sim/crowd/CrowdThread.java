package io.baedge.sim.crowd;

import io.baedge.sim.chance.Chance;
import io.baedge.sim.device.Composer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a crowd in real time on one thread of its own. The inbox is bounded by what the connections
 * may have on their way.
 */
public final class CrowdThread implements AutoCloseable {
  private static final long LONGEST_NAP_NS = 20_000_000;

  private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final Crowd crowd;
  private final LongSupplier nanoTime;
  private final double speed;
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean ended;
  private volatile @Nullable Throwable failure;

  /**
   * A crowd that starts with {@link #start}.
   *
   * @param nanoTime a clock that never jumps, as {@link System#nanoTime}
   */
  public CrowdThread(
      CrowdPlan plan,
      BadgeLink link,
      Composer composer,
      Cards cards,
      Chance chance,
      LongSupplier nanoTime) {
    this.crowd = new Crowd(plan, link, composer, cards, chance, this::post);
    this.nanoTime = nanoTime;
    this.speed = plan.speed();
    this.thread = Thread.ofPlatform().name("crowd").unstarted(this::run);
  }

  /** Switches the devices on. */
  public void start() {
    thread.start();
  }

  /** Does something with the crowd on its thread. */
  public <T> CompletableFuture<T> call(Function<Crowd, T> work) {
    var result = new CompletableFuture<T>();
    post(
        () -> {
          try {
            result.complete(work.apply(crowd));
          } catch (RuntimeException e) {
            // The caller waits for this and must not wait for ever.
            result.completeExceptionally(e);
          }
        });
    if (ended) {
      result.completeExceptionally(new IllegalStateException("the crowd has gone home", failure));
    }
    return result;
  }

  /** What ended the thread before its time, if anything did. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** Lets the badges say good-bye and ends the thread. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(Runnable work) {
    inbox.add(work);
    LockSupport.unpark(thread);
  }

  private void run() {
    try {
      long startedNs = nanoTime.getAsLong();
      crowd.start();
      while (!closing) {
        turn(startedNs);
      }
      turn(startedNs);
      crowd.stop();
      turn(startedNs);
    } catch (RuntimeException | Error e) {
      // Whoever asks for the crowd must learn why it stands still.
      failure = e;
      throw e;
    } finally {
      ended = true;
      runInbox();
    }
  }

  private void runInbox() {
    Runnable work = inbox.poll();
    while (work != null) {
      work.run();
      work = inbox.poll();
    }
  }

  private void turn(long startedNs) {
    crowd.runUntil((long) ((nanoTime.getAsLong() - startedNs) / 1e6 * speed));
    runInbox();
    if (closing) {
      return;
    }
    double dueNs = (crowd.nextDueMs() - crowd.nowMs()) * 1e6 / speed;
    if (dueNs > 0 && inbox.isEmpty()) {
      LockSupport.parkNanos(this, (long) Math.clamp(dueNs, 1, LONGEST_NAP_NS));
    }
  }
}
