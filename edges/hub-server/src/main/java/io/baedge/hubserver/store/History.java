package io.baedge.hubserver.store;

import io.baedge.hub.clock.CorrectedTime;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import java.util.List;
import java.util.Optional;

/** Reads what the store has kept. Blocks on the database: call from a thread that may wait. */
public interface History extends AutoCloseable {
  /** The encoded picture with that hash. */
  Optional<byte[]> frame(String hash) throws StoreFailed;

  /**
   * Notes, newest first.
   *
   * @param badge only of this badge; empty = of all
   * @param before only notes with a lower id; {@link Long#MAX_VALUE} = from the newest
   */
  List<StoredNote> notes(Optional<BadgeId> badge, int limit, long before) throws StoreFailed;

  /** What a badge's devices measured while they spoke for it, in buckets of equal length. */
  Series samples(BadgeId badge, Window window) throws StoreFailed;

  /** What a device measured. */
  Series samples(DeviceId device, Window window) throws StoreFailed;

  /** How much the store holds. */
  Size size() throws StoreFailed;

  @Override
  void close();

  /** A note and its place; ids grow with time. */
  record StoredNote(long id, HubNote note) {}

  /**
   * A span of wall time cut into buckets.
   *
   * @param buckets 1 to 2000
   */
  record Window(long fromMs, long toMs, int buckets) {
    public Window {
      if (toMs <= fromMs || buckets < 1 || buckets > 2_000) {
        throw new IllegalArgumentException(
            "a window runs forward in 1 to 2000 buckets: "
                + fromMs
                + " to "
                + toMs
                + " in "
                + buckets);
      }
    }

    /** Length of a bucket, milliseconds. */
    public long bucketMs() {
      return Math.max(1, (toMs - fromMs) / buckets);
    }
  }

  /**
   * Measured values over time.
   *
   * @param points only buckets that hold something, in order
   * @param events what happened on the badge, in order, the newest 500
   */
  record Series(List<Point> points, List<Happening> events) {
    public Series {
      points = List.copyOf(points);
      events = List.copyOf(events);
    }
  }

  /**
   * One bucket of the hub's wall clock.
   *
   * @param uncertaintyMs of the least sure sample in it, which may have been taken that much
   *     earlier or later; {@link CorrectedTime#OPEN} when nothing tells how much earlier
   * @param accessPoint the last one seen; empty when unknown
   */
  record Point(
      long fromMs,
      long uncertaintyMs,
      int samples,
      Stat batteryPercent,
      Stat batteryMv,
      Stat rssiDbm,
      Stat temperatureDeciC,
      String accessPoint) {}

  /** Lowest, mean and highest of the values of a bucket; all 0 when {@code count} is 0. */
  record Stat(int count, int min, int mean, int max) {
    /** Nothing measured. */
    public static final Stat NONE = new Stat(0, 0, 0, 0);
  }

  /** Something that happened on a badge. */
  record Happening(CorrectedTime taken, String kind, String detail) {}

  /**
   * How much a store holds.
   *
   * @param bytes of the database, free pages included; 0 when unknown
   */
  record Size(long chunks, long samples, long frames, long notes, long bytes) {}
}
