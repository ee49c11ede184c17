package io.baedge.hubserver.web;

import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hubserver.store.History;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the pictures asked for last, so that a hundred open walls do not read the store. */
final class FrameCache {
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final History history;
  private final Map<String, byte[]> frames = new LinkedHashMap<>(1024, 0.75f, true);
  private int bytes;

  FrameCache(History history) {
    this.history = history;
  }

  Optional<byte[]> get(String hash) throws StoreFailed {
    synchronized (frames) {
      byte[] known = frames.get(hash);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<byte[]> stored = history.frame(hash);
    stored.ifPresent(found -> keep(hash, found));
    return stored;
  }

  private void keep(String hash, byte[] found) {
    synchronized (frames) {
      if (frames.put(hash, found) == null) {
        bytes += found.length;
      }
      var oldest = frames.entrySet().iterator();
      while (bytes > MOST_BYTES && oldest.hasNext()) {
        bytes -= oldest.next().getValue().length;
        oldest.remove();
      }
    }
  }
}
