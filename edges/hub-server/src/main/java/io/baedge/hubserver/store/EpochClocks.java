package io.baedge.hubserver.store;

import io.baedge.hub.clock.DeviceClock;
import io.baedge.hub.clock.EpochClock;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.store.Write;
import io.baedge.model.id.DeviceId;
import io.baedge.model.telemetry.Sample;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

/** Reads what tells the time of a device's samples: the anchors of its chunks. */
final class EpochClocks {
  /** Two weeks of a badge that sends every 20 s; older anchors tell nothing of newer samples. */
  private static final int MOST_ANCHORS = 60_000;

  private final ReadPool readers;
  private final DeviceId device;
  private final DeviceClock clock = new DeviceClock();
  private final SequencedSet<Long> epochs = new TreeSet<>();

  private record Row(long epoch, Write.Chunk.Anchor anchor) {}

  private record Edge(Sample sample, long receivedMs) {}

  EpochClocks(ReadPool readers, DeviceId device) throws StoreFailed {
    this.readers = readers;
    this.device = device;
    List<Row> rows =
        readers.query(
            "SELECT epoch, received_ms, sent_mono_ms FROM telemetry_chunk WHERE device = ?"
                + " ORDER BY epoch DESC, first_seq DESC LIMIT "
                + MOST_ANCHORS,
            p -> p.text(device.text()),
            row -> new Row(row.number(), new Write.Chunk.Anchor(row.number(), row.number())));
    for (Row row : rows) {
      epochs.add(row.epoch());
      clock.add(row.epoch(), row.anchor());
    }
  }

  /** The epochs with samples, oldest first. */
  SequencedSet<Long> epochs() {
    return epochs;
  }

  /** The clock of one of them. */
  EpochClock of(long epoch) throws StoreFailed {
    Optional<EpochClock> anchored = clock.anchored(epoch);
    return anchored.isPresent() ? anchored.get() : between(epoch);
  }

  private EpochClock between(long epoch) throws StoreFailed {
    Edge first = edge(epoch, true);
    Edge last = edge(epoch, false);
    Optional<Long> before = clock.anchoredBefore(epoch);
    long lastOfBefore = before.isEmpty() ? 0 : edge(before.get(), false).sample().monoMs();
    var extent =
        new DeviceClock.Extent(first.sample().monoMs(), last.sample().monoMs(), last.receivedMs());
    return clock.between(epoch, extent, lastOfBefore);
  }

  /** The first or the last sample of an epoch that has some. */
  private Edge edge(long epoch, boolean first) throws StoreFailed {
    Write.Chunk chunk =
        readers
            .query(
                Tables.CHUNK.select()
                    + " WHERE device = ? AND epoch = ? ORDER BY first_seq "
                    + (first ? "ASC" : "DESC")
                    + " LIMIT 1",
                p -> p.text(device.text()).number(epoch),
                Tables.CHUNK.mapper())
            .getFirst();
    List<Sample> samples = SeriesBuilder.samples(chunk);
    return new Edge(
        first ? samples.getFirst() : samples.getLast(), chunk.anchor().receivedWallMs());
  }
}
