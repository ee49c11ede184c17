package io.baedge.badgelinux.dbus;

import io.baedge.badgelinux.dbus.NetworkManager.AccessPoint;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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
          new ArrayBlockingQueue<>(1),
          Thread.ofPlatform().daemon().name("wifi").factory());

  // Guarded by this.
  private Optional<AccessPoint> accessPoint = Optional.empty();
  private long toldMonoMs;
  private long nextMonoMs = Long.MIN_VALUE;
  private long waitMs = EVERY_MS;
  private String problem = "";
  private @Nullable String wanted;
  private String refused = "";
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
          submit();
        }
      }
      return accessPoint.filter(point -> now - toldMonoMs < YOUNG_MS);
    }
  }

  /** Asks for a network, the newest wish only; told what came of it in the status. */
  public synchronized void join(String network) {
    if (manager.present()) {
      wanted = network;
      submit();
      return;
    }
    failures++;
    refused = "there is no NetworkManager to ask for the network " + network + "; join it by hand";
  }

  private void submit() {
    try {
      thread.execute(this::ask);
    } catch (RejectedExecutionException e) {
      // The one that waits for the thread takes this wish along, or the badge is ending.
    }
  }

  private void ask() {
    String network;
    synchronized (this) {
      network = wanted;
      wanted = null;
    }
    if (network != null) {
      ask(network);
    }
    look();
  }

  private void ask(String network) {
    try {
      manager.join(network);
      synchronized (this) {
        joins++;
        refused = "";
      }
    } catch (DBusFailed e) {
      synchronized (this) {
        failures++;
        refused = String.valueOf(e.getMessage());
      }
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
      synchronized (this) {
        failures++;
        problem = String.valueOf(e.getMessage());
        waitMs = Math.min(2 * waitMs, LONGEST_MS);
      }
    }
  }

  /** What is known. */
  public synchronized WifiStatus status() {
    return new WifiStatus(
        manager.present(), accessPoint, refused.isEmpty() ? problem : refused, joins, failures);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
