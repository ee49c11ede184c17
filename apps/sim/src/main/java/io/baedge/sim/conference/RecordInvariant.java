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
    private final BitSet stored = new BitSet();
    private final BitSet holes = new BitSet();
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
    long above = 0;
    for (SequenceRanges.Range range : ack.received().above().ranges()) {
      above += range.size();
      long first = stream.stored.nextClearBit(Math.toIntExact(range.from()));
      if (first <= range.to()) {
        throw broken(device.number(), ack.epoch(), first, "is acknowledged but not stored");
      }
    }
    stream.acknowledgedAbove = above;
  }

  /** A record that the hub counts as gone for good must really be gone. */
  private void hole(Device device, Stream stream, long epoch, long sequence) {
    boolean declared = sequence < stream.low;
    if (!declared) {
      throw broken(device.number(), epoch, sequence, "is acknowledged but not stored");
    }
    boolean running = device.isOn() && epoch == device.epoch();
    boolean evicted = !running || device.view().orElseThrow().outbox().counters().evicted() > 0;
    if (!evicted) {
      throw broken(
          device.number(), epoch, sequence, "was given up by its badge without being evicted");
    }
    if (!stream.holes.get(Math.toIntExact(sequence))) {
      stream.holes.set(Math.toIntExact(sequence));
      holes++;
    }
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
        "record " + devices.get(device).id() + "/" + epoch + "/" + sequence + " " + what);
  }
}
