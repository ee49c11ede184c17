package io.baedge.sim.conference;

import io.baedge.hub.store.MemoryHubStore;
import io.baedge.hub.store.Write;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import io.baedge.sim.device.Device;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Acknowledged means stored exactly once. Counts each record as it reaches the store, looks at
 * every acknowledgement as it leaves the hub, and at the end counts again what the store holds.
 * When the store is put back to a backup, what only the later store had may be gone for good; that
 * is counted.
 */
final class RecordInvariant {
  private final RecordBook book;
  private long stored;
  private long acknowledged;
  private long holes;
  private long chunks;

  RecordInvariant(RecordBook book) {
    this.book = book;
  }

  /** A message of records has reached the hub. */
  void heard(Device device, Telemetry telemetry) {
    RecordStream stream = book.stream(device.number(), telemetry.epoch());
    stream.low = Math.max(stream.low, telemetry.low());
    for (SequenceRanges.Range range : telemetry.gone().ranges()) {
      stream.gone.set(Math.toIntExact(range.from()), Math.toIntExact(range.to() + 1));
    }
  }

  /** A chunk is durable. */
  void stored(int device, Write.Chunk chunk) {
    chunks++;
    RecordStream stream = book.stream(device, chunk.epoch());
    for (long each : sequences(chunk, device)) {
      int sequence = Math.toIntExact(each);
      if (stream.stored.get(sequence)) {
        throw broken(device, chunk.epoch(), sequence, "is stored twice");
      }
      stream.stored(sequence);
      stored++;
    }
  }

  /** An acknowledgement leaves the hub. */
  void acknowledged(Device device, Ack ack) {
    RecordStream stream = book.stream(device.number(), ack.epoch());
    long mark = ack.received().contiguous();
    for (long sequence = stream.checkedMark + 1; sequence <= mark; sequence++) {
      if (!stream.stored.get(Math.toIntExact(sequence))) {
        hole(device, stream, ack.epoch(), sequence);
      }
    }
    acknowledged += Math.max(0, mark - stream.checkedMark);
    stream.checkedMark = Math.max(stream.checkedMark, mark);
    stream.above = ack.received().above();
    long above = 0;
    for (SequenceRanges.Range range : ack.received().above().ranges()) {
      above += range.size();
      int next = stream.stored.nextClearBit(Math.toIntExact(range.from()));
      while (next <= range.to()) {
        hole(device, stream, ack.epoch(), next);
        above--;
        next = stream.stored.nextClearBit(next + 1);
      }
    }
    stream.acknowledgedAbove = above;
  }

  /** A record that the hub counts as gone for good must really be gone. */
  private void hole(Device device, RecordStream stream, long epoch, long sequence) {
    boolean declared = sequence < stream.low || stream.gone.get(Math.toIntExact(sequence));
    if (!declared) {
      throw broken(device.number(), epoch, sequence, "is acknowledged but not stored");
    }
    boolean acknowledgedBefore = stream.ofOlderStores.get(Math.toIntExact(sequence));
    if (!acknowledgedBefore && device.isOn() && epoch == device.epoch() && !evicts(device)) {
      throw broken(
          device.number(), epoch, sequence, "was given up by its badge without being evicted");
    }
    if (!stream.holes.get(Math.toIntExact(sequence))) {
      stream.holes.set(Math.toIntExact(sequence));
      holes++;
    }
  }

  private static boolean evicts(Device device) {
    return device.isOn() && device.view().orElseThrow().outbox().counters().evicted() > 0;
  }

  /** What the store holds, to go back to. */
  record Memory(List<List<BitSet>> stored, long chunks) {}

  Memory memory() {
    List<List<BitSet>> all = new ArrayList<>(book.deviceCount());
    for (int device = 0; device < book.deviceCount(); device++) {
      all.add(book.of(device).stream().map(stream -> (BitSet) stream.stored.clone()).toList());
    }
    return new Memory(all, chunks);
  }

  /** The store is put back: what a later one acknowledged does not bind it. */
  void goBackTo(Memory memory) {
    chunks = memory.chunks();
    stored = 0;
    holes = 0;
    acknowledged = 0;
    for (int device = 0; device < book.deviceCount(); device++) {
      List<BitSet> before = memory.stored().get(device);
      for (int epoch = 0; epoch < book.of(device).size(); epoch++) {
        RecordStream stream = book.of(device).get(epoch);
        stream.goBackTo(epoch < before.size() ? (BitSet) before.get(epoch).clone() : new BitSet());
        stored += stream.stored.cardinality();
      }
    }
  }

  /** Records that an older store had acknowledged and the present one does not have. */
  long lostWithStores() {
    long lost = 0;
    for (int device = 0; device < book.deviceCount(); device++) {
      for (RecordStream stream : book.of(device)) {
        BitSet missing = (BitSet) stream.ofOlderStores.clone();
        missing.andNot(stream.stored);
        lost += missing.cardinality();
      }
    }
    return lost;
  }

  /** Counts again, from what the store itself holds. */
  void recount(MemoryHubStore store) {
    if (store.chunkCount() != chunks) {
      throw new InvariantBroken(
          Invariant.ACKNOWLEDGED_IS_STORED_ONCE,
          -1,
          "the store holds " + store.chunkCount() + " chunks; " + chunks + " were stored");
    }
    for (int device = 0; device < book.deviceCount(); device++) {
      for (int epoch = 0; epoch < book.of(device).size(); epoch++) {
        recount(store, device, epoch);
      }
    }
  }

  private void recount(MemoryHubStore store, int device, int epoch) {
    var counted = new BitSet();
    for (Write.Chunk chunk : store.chunks(book.devices().get(device).id(), epoch)) {
      for (Sample sample : samples(chunk, device)) {
        int sequence = Math.toIntExact(sample.sequence());
        if (counted.get(sequence)) {
          throw broken(device, epoch, sequence, "is twice in the store");
        }
        counted.set(sequence);
      }
    }
    if (!counted.equals(book.of(device).get(epoch).stored)) {
      throw broken(
          device, epoch, counted.length(), "and others differ from what was handed to the store");
    }
  }

  /** Records in the store. */
  long stored() {
    return stored;
  }

  /** Records that the hub acknowledged. */
  long acknowledged() {
    long above = 0;
    for (int device = 0; device < book.deviceCount(); device++) {
      for (RecordStream stream : book.of(device)) {
        above += stream.acknowledgedAbove;
      }
    }
    return acknowledged + above - holes;
  }

  /** Records lost with the power or evicted, which the hub counts as gone. */
  long holes() {
    return holes;
  }

  private static long[] sequences(Write.Chunk chunk, int device) {
    return readable(SampleColumns.sequences(chunk.columns()), device);
  }

  private static List<Sample> samples(Write.Chunk chunk, int device) {
    return readable(SampleColumns.decode(chunk.columns()), device);
  }

  private static <T> T readable(Decoded<T> decoded, int device) {
    return switch (decoded) {
      case Decoded.Ok<T>(T content) -> content;
      case Decoded.Malformed<T>(String reason) ->
          throw new InvariantBroken(
              Invariant.ACKNOWLEDGED_IS_STORED_ONCE,
              device,
              "a chunk in the store cannot be read: " + reason);
    };
  }

  private InvariantBroken broken(int device, long epoch, long sequence, String what) {
    return new InvariantBroken(
        Invariant.ACKNOWLEDGED_IS_STORED_ONCE,
        device,
        book.name(device, epoch, sequence) + " " + what);
  }
}
