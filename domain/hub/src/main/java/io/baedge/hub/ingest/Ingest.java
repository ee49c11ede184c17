package io.baedge.hub.ingest;

import io.baedge.hub.store.Write;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Partition;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts away what has arrived before (methods.md 3.1). Per device and epoch it knows a contiguous
 * mark and a bounded set of ranges above; what would need more ranges is refused, and the device
 * sends it again when the gaps below are closed.
 */
public final class Ingest {
  /** Most ranges above the contiguous mark. */
  public static final int MOST_RANGES = 256;

  /** Most epochs of one device; a device starts once per epoch. */
  public static final int MOST_EPOCHS = 20_000;

  private final Map<DeviceId, EpochMarks> marks = new LinkedHashMap<>();
  private final boolean keepDuplicates;
  private long receivedCount;
  private long storedCount;
  private long duplicateCount;
  private long refusedCount;
  private long goneCount;

  /**
   * Nothing has arrived.
   *
   * @param keepDuplicates the fault of storing what is stored already
   */
  public Ingest(boolean keepDuplicates) {
    this.keepDuplicates = keepDuplicates;
  }

  /**
   * What a message brought.
   *
   * @param fresh to be stored
   * @param received of the epoch from now on
   * @param moved whether {@code received} is another than before
   */
  public record Taken(List<Sample> fresh, Received received, boolean moved) {}

  /** Takes stored marks. */
  public void restore(Write.Marks stored) {
    of(stored.device()).put(stored.epoch(), stored.received());
  }

  /** What has arrived of an epoch. */
  public Received received(DeviceId device, long epoch) {
    EpochMarks known = marks.get(device);
    return known == null ? Received.NOTHING : known.of(epoch);
  }

  /** The highest epoch of which records have arrived; 0 for none. */
  public long newestEpoch(DeviceId device) {
    EpochMarks known = marks.get(device);
    return known == null ? 0 : known.newest();
  }

  /** Whether the device has room for that epoch. */
  public boolean admits(DeviceId device, long epoch) {
    EpochMarks known = marks.get(device);
    return known == null || known.count() < MOST_EPOCHS || known.knows(epoch);
  }

  /**
   * Takes in a message. What will never come counts as received from here on, and as gone. Samples
   * and holes are taken in the order of their sequences, so that a batch full of holes needs no
   * more ranges than it leaves.
   */
  public Taken take(DeviceId device, Telemetry message) {
    EpochMarks known = of(device);
    Received before = known.of(message.epoch());
    goneCount += before.missing(1, message.low() - 1);
    Received after = before.raisedBelow(message.low());
    List<Sample> samples = message.samples();
    List<SequenceRanges.Range> holes = message.gone().ranges();
    List<Sample> fresh = new ArrayList<>(samples.size());
    int refused = 0;
    int hole = 0;
    for (int i = 0; i < samples.size(); ) {
      int end = runEnd(samples, i, after);
      long from = samples.get(i).sequence();
      while (hole < holes.size() && holes.get(hole).to() < from) {
        after = gone(after, holes.get(hole++));
      }
      if (!after.contains(from)) {
        Received wider = after.with(from, samples.get(end - 1).sequence());
        if (wider.above().ranges().size() > MOST_RANGES) {
          refused += end - i;
        } else {
          after = wider;
          fresh.addAll(samples.subList(i, end));
        }
      } else if (keepDuplicates) {
        fresh.addAll(samples.subList(i, end));
      }
      i = end;
    }
    for (; hole < holes.size(); hole++) {
      after = gone(after, holes.get(hole));
    }
    count(samples.size(), fresh.size(), refused);
    boolean moved = !after.equals(before);
    if (moved) {
      known.put(message.epoch(), after);
    }
    return new Taken(fresh, after, moved);
  }

  /** Without room for one more range the device says so again. */
  private Received gone(Received received, SequenceRanges.Range hole) {
    Received wider = received.with(hole.from(), hole.to());
    if (wider.above().ranges().size() > MOST_RANGES) {
      return received;
    }
    goneCount += received.missing(hole.from(), hole.to());
    return wider;
  }

  /** The row of what a message brought. */
  public static Write chunk(
      Partition partition, DeviceId device, Telemetry message, List<Sample> fresh, long wallMs) {
    return new Write.Chunk(
        partition,
        device,
        message.epoch(),
        new Write.Chunk.Span(fresh.getFirst().sequence(), fresh.getLast().sequence(), fresh.size()),
        new Write.Chunk.Anchor(wallMs, message.sentMonoMs()),
        SampleColumns.encode(fresh));
  }

  /** Samples in messages since the start. */
  public long receivedCount() {
    return receivedCount;
  }

  /** New samples since the start. */
  public long storedCount() {
    return storedCount;
  }

  /** Samples since the start that had been stored before. */
  public long duplicateCount() {
    return duplicateCount;
  }

  /** Samples refused since the start because too many gaps were open. */
  public long refusedCount() {
    return refusedCount;
  }

  /** Records since the start that their devices said will never come. */
  public long goneCount() {
    return goneCount;
  }

  /** The end of the run of consecutive sequences that are all new, or all there. */
  private static int runEnd(List<Sample> samples, int start, Received received) {
    long from = samples.get(start).sequence();
    boolean there = received.contains(from);
    int end = start + 1;
    while (end < samples.size()) {
      long next = samples.get(end).sequence();
      if (next != from + (end - start) || received.contains(next) != there) {
        break;
      }
      end++;
    }
    return end;
  }

  private void count(int received, int stored, int refused) {
    receivedCount += received;
    storedCount += stored;
    refusedCount += refused;
    duplicateCount += received - stored - refused;
  }

  private EpochMarks of(DeviceId device) {
    return marks.computeIfAbsent(device, _ -> new EpochMarks());
  }
}
