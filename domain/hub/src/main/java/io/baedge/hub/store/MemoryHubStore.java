package io.baedge.hub.store;

import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory, for tests and the simulator. It keeps every chunk that it is given, so that a
 * test sees what was stored twice.
 */
public final class MemoryHubStore implements HubStore {
  /** A table, and what names a row in it. */
  private record Key(String table, Object id, long epoch) {
    // Written out: the simulator asks for a key with every write.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && epoch == key.epoch
          && table.equals(key.table)
          && id.equals(key.id);
    }

    @Override
    public int hashCode() {
      return (table.hashCode() * 31 + id.hashCode()) * 31 + Long.hashCode(epoch);
    }
  }

  private final Map<Key, Write.Row> rows = new LinkedHashMap<>();
  private final Map<String, byte[]> frames = new LinkedHashMap<>();
  private final Map<DeviceId, List<Write.Chunk>> chunks = new LinkedHashMap<>();
  private final List<HubNote> notes = new ArrayList<>();
  private long generation;

  /** An empty store. */
  public MemoryHubStore(long generation) {
    this.generation = generation;
  }

  /** A copy of another one with a higher generation, as after restoring a backup. */
  public static MemoryHubStore restored(MemoryHubStore backup, long generation) {
    if (generation <= backup.generation) {
      throw new IllegalArgumentException(
          "a restored store needs a generation above " + backup.generation + ", not " + generation);
    }
    var store = new MemoryHubStore(generation);
    store.rows.putAll(backup.rows);
    store.frames.putAll(backup.frames);
    backup.chunks.forEach((device, list) -> store.chunks.put(device, new ArrayList<>(list)));
    store.notes.addAll(backup.notes);
    return store;
  }

  @Override
  public HubSnapshot load() {
    return new HubSnapshot(generation, List.copyOf(rows.values()), List.copyOf(frames.keySet()));
  }

  @Override
  public void commit(List<Write> writes) {
    for (Write write : writes) {
      switch (write) {
        case Write.Row row -> rows.put(key(row), row);
        case Write.Frame frame -> frames.putIfAbsent(frame.hash(), frame.bytes());
        case Write.Chunk chunk ->
            chunks.computeIfAbsent(chunk.device(), _ -> new ArrayList<>()).add(chunk);
        case Write.Noted(HubNote note) -> notes.add(note);
      }
    }
  }

  @Override
  public Optional<byte[]> frame(String hash) {
    return Optional.ofNullable(frames.get(hash));
  }

  @Override
  public List<Write.Chunk> chunks(DeviceId device, long epoch) {
    return chunks.getOrDefault(device, List.of()).stream()
        .filter(chunk -> chunk.epoch() == epoch)
        .sorted(Comparator.comparingLong(chunk -> chunk.span().first()))
        .toList();
  }

  @Override
  public List<HubNote> notes(Optional<BadgeId> badge, int limit) {
    return notes.reversed().stream()
        .filter(note -> badge.isEmpty() || note.badge().equals(badge))
        .limit(limit)
        .toList();
  }

  /** How many chunks it holds. */
  public long chunkCount() {
    return chunks.values().stream().mapToLong(List::size).sum();
  }

  private static Key key(Write.Row row) {
    return switch (row) {
      case Write.Device device -> new Key("device", device.device(), 0);
      case Write.Contact contact -> new Key("contact", contact.device(), 0);
      case Write.Badge badge -> new Key("badge", badge.badge(), 0);
      case Write.Binding binding -> new Key("binding", binding.token(), 0);
      case Write.Wearing wearing -> new Key("wearing", wearing.serial(), 0);
      case Write.Person person -> new Key("person", person.card().wearer(), 0);
      case Write.Layer layer -> new Key("layer", layer.scope(), 0);
      case Write.Pushed pushed -> new Key("pushed", pushed.badge(), 0);
      case Write.Announced announced -> new Key("announced", announced.announcement().id(), 0);
      case Write.Schedule _ -> new Key("schedule", "", 0);
      case Write.Twin twin -> new Key("twin", twin.device(), 0);
      case Write.Marks marks -> new Key("marks", marks.device(), marks.epoch());
      case Write.Counters _ -> new Key("counters", "", 0);
    };
  }
}
