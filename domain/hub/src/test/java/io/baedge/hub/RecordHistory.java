package io.baedge.hub;

import io.baedge.hub.store.MemoryHubStore;
import io.baedge.hub.store.Write;
import io.baedge.model.Now;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * One random history of a badge that stores and forwards over a network that loses 30 %, doubles 20
 * % and reorders over 40 places, with restarts of both sides (methods.md 3.1).
 */
final class RecordHistory {
  private static final DeviceId DEVICE = Rig.device(1);
  private static final int REORDER = 40;
  private static final int IN_FLIGHT = 256;

  final Set<String> violations = new LinkedHashSet<>();
  long produced;
  long evicted;
  long thinned;
  int mostRanges;

  private final Random random;
  private final int capacity;
  private final HubSettings settings;
  private final MemoryHubStore store = new MemoryHubStore(1);
  private final Map<Long, Set<Long>> stored = new LinkedHashMap<>();
  private final Map<Long, Set<Long>> gone = new LinkedHashMap<>();
  private final TreeMap<Long, TreeMap<Long, Sample>> held = new TreeMap<>();
  private final List<Telemetry> up = new ArrayList<>();
  private final List<Ack> down = new ArrayList<>();
  private final List<HubEffect.Commit> waiting = new ArrayList<>();
  private Hub hub;
  private Now now = Now.synced(1_000, 1_000_000);
  private boolean faults = true;
  private boolean thins;
  private int outage;
  private long epoch = 1;
  private long sequence;
  private long tickets;

  RecordHistory(long seed, int capacity, HubSettings settings) {
    this.random = new Random(seed);
    this.capacity = capacity;
    this.settings = settings;
    this.hub = new Hub(settings, store.load(), now);
    held.put(1L, new TreeMap<>());
  }

  /** Now and then each 5th of the older records stays for the rest (methods.md 3.2). */
  RecordHistory thinning() {
    thins = true;
    return this;
  }

  RecordHistory run() {
    for (int step = 0; step < 400; step++) {
      step();
    }
    faults = false;
    for (int step = 0; step < 3_000 && !held.values().stream().allMatch(Map::isEmpty); step++) {
      step();
    }
    if (!held.values().stream().allMatch(Map::isEmpty)) {
      violations.add("records stay unacknowledged although faults have stopped");
    }
    return this;
  }

  /** Records that no one evicted and that are not stored. */
  long missing() {
    long here = stored.values().stream().mapToLong(Set::size).sum();
    long evictedAndStored =
        gone.entrySet().stream()
            .mapToLong(e -> e.getValue().stream().filter(n -> has(e.getKey(), n)).count())
            .sum();
    return produced - (evicted - evictedAndStored) - here;
  }

  private void step() {
    now = now.plusMs(1_000);
    if (faults) {
      produce(random.nextInt(5));
      if (random.nextInt(60) == 0) {
        epoch++;
        sequence = 0;
        held.put(epoch, new TreeMap<>());
      }
      if (random.nextInt(50) == 0) {
        waiting.clear();
        hub = new Hub(settings, store.load(), now);
      }
    }
    if (faults && thins && random.nextInt(25) == 0) {
      thin();
    }
    if (faults && random.nextInt(100) == 0) {
      outage = random.nextInt(200);
    }
    outage--;
    if (outage <= 0 || !faults) {
      send();
      deliver();
    }
    if (!faults || random.nextInt(3) == 0) {
      commit();
    }
  }

  private void produce(int count) {
    for (int i = 0; i < count; i++) {
      held.get(epoch).put(++sequence, new Sample(sequence, sequence, new Reading.Board(1, 2, 3)));
      produced++;
      if (held.values().stream().mapToInt(Map::size).sum() > capacity) {
        evict();
      }
    }
  }

  private void evict() {
    for (Map.Entry<Long, TreeMap<Long, Sample>> each : held.entrySet()) {
      if (!each.getValue().isEmpty()) {
        long oldest = each.getValue().pollFirstEntry().getKey();
        gone.computeIfAbsent(each.getKey(), _ -> new LinkedHashSet<>()).add(oldest);
        evicted++;
        return;
      }
    }
  }

  private void thin() {
    for (Map.Entry<Long, TreeMap<Long, Sample>> each : held.entrySet()) {
      List<Long> older = each.getValue().keySet().stream().toList();
      for (int i = 0; i < older.size() / 2; i++) {
        if (i % 5 != 0) {
          each.getValue().remove(older.get(i));
          gone.computeIfAbsent(each.getKey(), _ -> new LinkedHashSet<>()).add(older.get(i));
          evicted++;
          thinned++;
        }
      }
    }
  }

  /** What is not held directly before each of these records. */
  private static SequenceRanges gaps(List<Sample> flying, int from, int to) {
    List<SequenceRanges.Range> gaps = new ArrayList<>();
    for (int i = Math.max(1, from); i < to; i++) {
      long before = flying.get(i - 1).sequence();
      long sequence = flying.get(i).sequence();
      if (sequence > before + 1) {
        gaps.add(new SequenceRanges.Range(before + 1, sequence - 1));
      }
    }
    return new SequenceRanges(gaps);
  }

  private void send() {
    for (Map.Entry<Long, TreeMap<Long, Sample>> each : held.entrySet()) {
      List<Sample> flying = each.getValue().values().stream().limit(IN_FLIGHT).toList();
      if (flying.isEmpty()) {
        continue;
      }
      int from = random.nextInt(flying.size());
      int to = Math.min(flying.size(), from + 1 + random.nextInt(50));
      var message =
          new Telemetry(
              each.getKey(),
              each.getValue().firstKey(),
              now.monoMs(),
              flying.subList(from, to),
              gaps(flying, from, to));
      put(up, message);
    }
  }

  private void deliver() {
    while (up.size() > (faults ? REORDER : 0)) {
      take(up.remove(random.nextInt(up.size())));
    }
    while (down.size() > (faults ? REORDER : 0)) {
      acknowledged(down.remove(random.nextInt(down.size())));
    }
  }

  private void take(Telemetry message) {
    effects(hub.on(new HubEvent.Heard(DEVICE, message, ++tickets), now));
  }

  private void effects(List<HubEffect> effects) {
    for (HubEffect effect : effects) {
      if (effect instanceof HubEffect.Commit commit) {
        waiting.add(commit);
      } else if (effect instanceof HubEffect.Send(DeviceId _, Ack ack)) {
        put(down, ack);
      }
    }
  }

  private void commit() {
    if (waiting.isEmpty()) {
      return;
    }
    long tx = waiting.getLast().tx();
    for (HubEffect.Commit commit : waiting) {
      store.commit(commit.writes());
      commit.writes().forEach(this::see);
    }
    waiting.clear();
    effects(hub.on(new HubEvent.Committed(tx), now));
  }

  private void see(Write write) {
    if (write instanceof Write.Marks marks) {
      int ranges = marks.received().above().ranges().size();
      mostRanges = Math.max(mostRanges, ranges);
    }
    if (!(write instanceof Write.Chunk chunk)) {
      return;
    }
    if (!(SampleColumns.decode(chunk.columns()) instanceof Decoded.Ok<List<Sample>>(var samples))) {
      violations.add("a chunk cannot be read");
      return;
    }
    for (Sample sample : samples) {
      if (!stored
          .computeIfAbsent(chunk.epoch(), _ -> new LinkedHashSet<>())
          .add(sample.sequence())) {
        violations.add("stored twice");
      }
    }
  }

  private void acknowledged(Ack ack) {
    TreeMap<Long, Sample> records = held.get(ack.epoch());
    var done = records.keySet().stream().filter(ack.received()::contains).toList();
    for (long n : done) {
      if (!has(ack.epoch(), n)) {
        violations.add("acknowledged but not stored");
      }
      records.remove(n);
    }
  }

  private boolean has(long ofEpoch, long n) {
    return stored.getOrDefault(ofEpoch, Set.of()).contains(n);
  }

  private <M> void put(List<M> line, M message) {
    if (faults && random.nextInt(100) < 30) {
      return;
    }
    line.add(message);
    if (faults && random.nextInt(100) < 20) {
      line.add(message);
    }
  }
}
