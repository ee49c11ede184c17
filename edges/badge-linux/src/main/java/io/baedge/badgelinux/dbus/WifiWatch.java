package io.baedge.badgelinux.dbus;

import io.baedge.badgelinux.dbus.NetworkManager.AccessPoint;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Asks NetworkManager for a badge that must not wait for it: on a thread of its own that ends when
 * there is nothing to ask, a question every 15 s at most, after failures every 5 min at most.
 * Without a bus nothing is asked, and the files of the kernel say what they know.
 */
public final class WifiWatch implements AutoCloseable {
  private static final long EVERY_MS = 15_000;
  private static final long LONGEST_MS = 300_000;

  /** An access point that was told longer ago may be another by now. */
  private static final long YOUNG_MS = 120_000;

  private final NetworkManager manager;
  private final LongSupplier monoMs;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(2),
          Thread.ofPlatform().daemon().name("wifi").factory());

  // Guarded by this.
  private Optional<AccessPoint> accessPoint = Optional.empty();
  private long toldMonoMs;
  private long nextMonoMs = Long.MIN_VALUE;
  private long waitMs = EVERY_MS;
  private String problem = "";
  private long joins;
  private long failures;

  /** Of the machine whose files are below the root. */
  public WifiWatch(Path root, LongSupplier monoMs) {
    this.manager = new NetworkManager(root);
    this.monoMs = monoMs;
    thread.allowCoreThreadTimeOut(true);
  }

  /** The access point as it was told lately; asks anew if it is time. */
  public Optional<AccessPoint> accessPoint() {
    long now = monoMs.getAsLong();
    synchronized (this) {
      if (now >= nextMonoMs) {
        nextMonoMs = now + waitMs;
        if (manager.present()) {
          submit(this::look);
        }
      }
      return accessPoint.filter(point -> now - toldMonoMs < YOUNG_MS);
    }
  }

  private void look() {
    try {
      Optional<AccessPoint> told = manager.accessPoint();
      synchronized (this) {
        accessPoint = told;
        toldMonoMs = monoMs.getAsLong();
        waitMs = EVERY_MS;
        problem = "";
      }
    } catch (DBusFailed e) {
      failed(e);
    }
  }

  /** Asks for a network; told what came of it in the status. */
  public void join(String network) {
    if (!manager.present()) {
      synchronized (this) {
        failures++;
        problem =
            "there is no NetworkManager to ask for the network " + network + "; join it by hand";
      }
      return;
    }
    submit(
        () -> {
          try {
            manager.join(network);
            synchronized (this) {
              joins++;
            }
          } catch (DBusFailed e) {
            failed(e);
          }
        });
  }

  private void submit(Runnable question) {
    try {
      thread.execute(question);
    } catch (RejectedExecutionException e) {
      synchronized (this) {
        failures++; // it is asked again; the one before still waits for its answer
      }
    }
  }

  private synchronized void failed(DBusFailed e) {
    failures++;
    problem = String.valueOf(e.getMessage());
    waitMs = Math.min(2 * waitMs, LONGEST_MS);
  }

  /** What is known. */
  public synchronized WifiStatus status() {
    return new WifiStatus(manager.present(), accessPoint, problem, joins, failures);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
