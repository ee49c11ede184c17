package io.baedge.hubserver.loop;

import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.HubSnapshot;
import io.baedge.hub.store.HubStore;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.hub.store.Write;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in memory whose commits wait for permits and can be made to fail. */
final class SlowStore implements HubStore {
  final Semaphore permits = new Semaphore(1_000_000_000);
  final AtomicInteger failures = new AtomicInteger();
  final AtomicInteger commits = new AtomicInteger();
  private final MemoryHubStore memory = new MemoryHubStore(1);

  @Override
  public synchronized HubSnapshot load() {
    return memory.load();
  }

  @Override
  public void commit(List<Write> writes) throws StoreFailed {
    try {
      if (!permits.tryAcquire(30, TimeUnit.SECONDS)) {
        throw new StoreFailed("the test gave no permit");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailed("interrupted", e);
    }
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new StoreFailed("the disk is full");
    }
    synchronized (this) {
      memory.commit(writes);
      commits.incrementAndGet();
    }
  }

  @Override
  public synchronized Optional<byte[]> frame(String hash) {
    return memory.frame(hash);
  }

  @Override
  public synchronized List<Write.Chunk> chunks(DeviceId device, long epoch) {
    return memory.chunks(device, epoch);
  }

  @Override
  public synchronized List<HubNote> notes(Optional<BadgeId> badge, int limit) {
    return memory.notes(badge, limit);
  }
}
