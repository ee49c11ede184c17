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
 * Acknowledged means stored exactly once, and what is safe on a card is not given up. Counts each
 * record as it reaches the store, looks at every acknowledgement as it leaves the hub, and at the
 * end counts again what the store holds. When the store is put back to a backup, what only the
 * later store had may be gone for good; that is counted.
 */
final class RecordInvariant {
  private final List<Device> devices;
  private final List<List<Stream>> streams = new ArrayList<>();
  private long stored;
  private long acknowledged;
  private long holes;
  private long chunks;

  /** The records of one device and epoch. */
  private static final class Stream {
    private BitSet stored = new BitSet();
    private final BitSet safe = new BitSet();
    private BitSet holes = new BitSet();

    /** Acknowledged by a store that was put back since: a badge may have let go of these. */
    private final BitSet ofOlderStores = new BitSet();

    private SequenceRanges above = SequenceRanges.EMPTY;

    /** Never to come, as the badge said. */
    private final BitSet gone = new BitSet();

    private long checkedMark;
    private long acknowledgedAbove;
    private long low = 1;
  }

  /** For devices that are yet to be added to the list. */
  RecordInvariant(List<Device> devices, int deviceCount) {
    this.devices = devices;
    for (int i = 0; i < deviceCount; i++) {
      streams.add(new ArrayList<>());
    }
  }

  /** A message of records has reached the hub. */
  void heard(Device device, Telemetry telemetry) {
    Stream stream = stream(device.number(), telemetry.epoch());
    stream.low = Math.max(stream.low, telemetry.low());
    for (SequenceRanges.Range range : telemetry.gone().ranges()) {
      stream.gone.set(Math.toIntExact(range.from()), Math.toIntExact(range.to() + 1));
    }
  }

  /** A chunk is durable. */
  void stored(int device, Write.Chunk chunk) {
    chunks++;
    Stream stream = stream(device, chunk.epoch());
    for (long each : sequences(chunk, device)) {
      int sequence = Math.toIntExact(each);
      if (stream.stored.get(sequence)) {
        throw broken(device, chunk.epoch(), sequence, "is stored twice");
      }
      stream.stored.set(sequence);
      stored++;
    }
  }

  /** An acknowledgement leaves the hub. */
  void acknowledged(Device device, Ack ack) {
    Stream stream = stream(device.number(), ack.epoch());
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
  private void hole(Device device, Stream stream, long epoch, long sequence) {
    boolean declared = sequence < stream.low || stream.gone.get(Math.toIntExact(sequence));
    if (!declared) {
      throw broken(device.number(), epoch, sequence, "is acknowledged but not stored");
    }
    if (!stream.ofOlderStores.get(Math.toIntExact(sequence)) && !evicts(device)) {
      if (stream.safe.get(Math.toIntExact(sequence))) {
        throw new InvariantBroken(
            Invariant.TAKEN_IS_KEPT,
            device.number(),
            record(device.number(), epoch, sequence) + " was safe on the card and was given up");
      }
      if (device.isOn() && epoch == device.epoch()) {
        throw broken(
            device.number(), epoch, sequence, "was given up by its badge without being evicted");
      }
    }
    if (!stream.holes.get(Math.toIntExact(sequence))) {
      stream.holes.set(Math.toIntExact(sequence));
      holes++;
    }
  }

  private static boolean evicts(Device device) {
    return device.isOn() && device.view().orElseThrow().outbox().counters().evicted() > 0;
  }

  /** The card of the device has these records for good. */
  void safe(int device, long epoch, List<Sample> samples) {
    Stream stream = stream(device, epoch);
    for (Sample sample : samples) {
      stream.safe.set(Math.toIntExact(sample.sequence()));
    }
  }

  /** What the store holds, to go back to. */
  record Memory(List<List<BitSet>> stored, long chunks) {}

  Memory memory() {
    List<List<BitSet>> all = new ArrayList<>(streams.size());
    for (List<Stream> epochs : streams) {
      all.add(epochs.stream().map(stream -> (BitSet) stream.stored.clone()).toList());
    }
    return new Memory(all, chunks);
  }

  /** The store is put back: what a later one acknowledged does not bind it. */
  void goBackTo(Memory memory) {
    chunks = memory.chunks();
    stored = 0;
    holes = 0;
    acknowledged = 0;
    for (int device = 0; device < streams.size(); device++) {
      List<BitSet> before = memory.stored().get(device);
      for (int epoch = 0; epoch < streams.get(device).size(); epoch++) {
        Stream stream = streams.get(device).get(epoch);
        forgetAcknowledgements(stream);
        stream.stored = epoch < before.size() ? (BitSet) before.get(epoch).clone() : new BitSet();
        stored += stream.stored.cardinality();
      }
    }
  }

  private static void forgetAcknowledgements(Stream stream) {
    BitSet acknowledgedOnes = (BitSet) stream.stored.clone();
    for (int s = acknowledgedOnes.nextSetBit(0); s >= 0; s = acknowledgedOnes.nextSetBit(s + 1)) {
      if (s <= stream.checkedMark || stream.above.contains(s)) {
        stream.ofOlderStores.set(s);
      }
    }
    stream.holes = new BitSet();
    stream.checkedMark = 0;
    stream.acknowledgedAbove = 0;
    stream.above = SequenceRanges.EMPTY;
  }

  /** Records that an older store had acknowledged and the present one does not have. */
  long lostWithStores() {
    long lost = 0;
    for (List<Stream> epochs : streams) {
      for (Stream stream : epochs) {
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
    for (int device = 0; device < streams.size(); device++) {
      for (int epoch = 0; epoch < streams.get(device).size(); epoch++) {
        recount(store, device, epoch);
      }
    }
  }

  private void recount(MemoryHubStore store, int device, int epoch) {
    var counted = new BitSet();
    for (Write.Chunk chunk : store.chunks(devices.get(device).id(), epoch)) {
      for (Sample sample : samples(chunk, device)) {
        int sequence = Math.toIntExact(sample.sequence());
        if (counted.get(sequence)) {
          throw broken(device, epoch, sequence, "is twice in the store");
        }
        counted.set(sequence);
      }
    }
    if (!counted.equals(streams.get(device).get(epoch).stored)) {
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
    for (List<Stream> epochs : streams) {
      for (Stream stream : epochs) {
        above += stream.acknowledgedAbove;
      }
    }
    return acknowledged + above - holes;
  }

  /** Records lost with the power or evicted, which the hub counts as gone. */
  long holes() {
    return holes;
  }

  private Stream stream(int device, long epoch) {
    List<Stream> epochs = streams.get(device);
    while (epochs.size() <= epoch) {
      epochs.add(new Stream());
    }
    return epochs.get(Math.toIntExact(epoch));
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
        record(device, epoch, sequence) + " " + what);
  }

  private String record(int device, long epoch, long sequence) {
    return "record " + devices.get(device).id() + "/" + epoch + "/" + sequence;
  }
}
