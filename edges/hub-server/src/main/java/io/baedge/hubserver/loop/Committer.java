package io.baedge.hubserver.loop;

import io.baedge.hub.HubEffect;
import io.baedge.hub.store.HubSnapshot;
import io.baedge.hub.store.HubStore;
import io.baedge.hub.store.Write;
import io.baedge.hubserver.metrics.HubMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The only thread that loads and commits. It takes all transactions that wait and makes them one of
 * the database, so that a slow disk makes groups larger instead of queues longer.
 */
final class Committer {
  private static final int MOST_IN_GROUP = 20_000;

  private final HubStore store;
  private final Inbox inbox;
  private final HubMetrics metrics;
  private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** After a failure nothing is stored until the next load, so that no transaction is left out. */
  private boolean failed;

  private sealed interface Work {
    record Store(int incarnation, HubEffect.Commit commit) implements Work {}

    record Load(CompletableFuture<HubSnapshot> snapshot) implements Work {}

    record Stop() implements Work {}
  }

  Committer(HubStore store, Inbox inbox, HubMetrics metrics) {
    this.store = store;
    this.inbox = inbox;
    this.metrics = metrics;
    this.thread = Thread.ofPlatform().name("baedge-commit").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Stores after all that was handed over before. The hub bounds how much waits. */
  void store(int incarnation, HubEffect.Commit commit) {
    queue.add(new Work.Store(incarnation, commit));
  }

  /** Loads after all that was handed over before. */
  CompletableFuture<HubSnapshot> load() {
    var snapshot = new CompletableFuture<HubSnapshot>();
    queue.add(new Work.Load(snapshot));
    return snapshot;
  }

  int waiting() {
    return queue.size();
  }

  /** Stores what waits, then ends. */
  void stop(long waitMs) throws InterruptedException {
    queue.add(new Work.Stop());
    thread.join(waitMs);
  }

  private void run() {
    List<Work> taken = new ArrayList<>();
    List<Work.Store> group = new ArrayList<>();
    try {
      while (true) {
        taken.clear();
        taken.add(queue.take());
        queue.drainTo(taken, MOST_IN_GROUP - 1);
        for (Work work : taken) {
          switch (work) {
            case Work.Store store -> group.add(store);
            case Work.Load(CompletableFuture<HubSnapshot> snapshot) -> {
              commit(group);
              load(snapshot);
            }
            case Work.Stop _ -> {
              commit(group);
              return;
            }
          }
        }
        commit(group);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(List<Work.Store> group) {
    if (group.isEmpty() || failed) {
      group.clear();
      return;
    }
    List<Write> writes = new ArrayList<>();
    for (Work.Store store : group) {
      writes.addAll(store.commit().writes());
    }
    Work.Store last = group.getLast();
    long startNs = System.nanoTime();
    try {
      store.commit(writes);
      metrics.commitTime.record(System.nanoTime() - startNs, TimeUnit.NANOSECONDS);
      metrics.commitWrites.record(writes.size());
      metrics.commitGroup.record(group.size());
      inbox.post(new Letter.Stored(last.incarnation(), last.commit().tx()));
    } catch (HubStore.StoreFailed | RuntimeException e) {
      failed = true;
      metrics.commitFailures.increment();
      Work.Store first = group.getFirst();
      inbox.post(
          new Letter.NotStored(
              first.incarnation(), first.commit().tx(), String.valueOf(e.getMessage())));
    }
    group.clear();
  }

  private void load(CompletableFuture<HubSnapshot> snapshot) {
    try {
      HubSnapshot loaded = store.load();
      failed = false;
      snapshot.complete(loaded);
    } catch (HubStore.StoreFailed | RuntimeException e) {
      snapshot.completeExceptionally(e);
    }
  }
}
