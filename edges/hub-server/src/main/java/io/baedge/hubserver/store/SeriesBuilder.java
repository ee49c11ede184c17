package io.baedge.hubserver.store;

import io.baedge.hub.clock.CorrectedTime;
import io.baedge.hub.clock.EpochClock;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.store.Write;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts samples into buckets of wall time. */
final class SeriesBuilder {
  private static final int EVENTS_KEPT = 500;

  private final History.Window window;
  private final Map<Long, Bucket> buckets = new TreeMap<>();
  private final Deque<History.Happening> events = new ArrayDeque<>();

  SeriesBuilder(History.Window window) {
    this.window = window;
  }

  /**
   * Adds the samples of a chunk that were taken, as far as can be told, from {@code fromMs} until
   * before {@code toMs}.
   */
  void add(Write.Chunk chunk, EpochClock clock, long fromMs, long toMs) throws StoreFailed {
    for (Sample sample : samples(chunk)) {
      CorrectedTime taken = clock.at(sample.monoMs());
      if (taken.wallMs() >= fromMs && taken.wallMs() < toMs) {
        add(taken, sample.reading());
      }
    }
  }

  /** The samples of a chunk. */
  static List<Sample> samples(Write.Chunk chunk) throws StoreFailed {
    return switch (SampleColumns.decode(chunk.columns())) {
      case Decoded.Ok<List<Sample>>(List<Sample> samples) -> samples;
      case Decoded.Malformed<List<Sample>>(String reason) ->
          throw new StoreFailed(
              "stored samples of " + chunk.device() + " cannot be read: " + reason);
    };
  }

  History.Series build() {
    List<History.Point> points = new ArrayList<>();
    buckets.forEach((number, bucket) -> points.add(bucket.point(number)));
    List<History.Happening> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(event -> event.taken().wallMs()));
    return new History.Series(points, sorted);
  }

  private void add(CorrectedTime taken, Reading reading) {
    long number = (taken.wallMs() - window.fromMs()) / window.bucketMs();
    Bucket bucket = buckets.computeIfAbsent(number, _ -> new Bucket());
    bucket.samples++;
    bucket.unsure(taken.uncertaintyMs());
    switch (reading) {
      case Reading.Power(int percent, int millivolts, PowerSource _) -> {
        bucket.percent.add(percent);
        bucket.millivolts.add(millivolts);
      }
      case Reading.Radio(int rssi, int _, String point) -> {
        bucket.rssi.add(rssi);
        bucket.accessPoint = point.isEmpty() ? bucket.accessPoint : point;
      }
      case Reading.Board(int temperature, int _, int _) -> bucket.temperature.add(temperature);
      case Reading.Event(String kind, String detail) -> {
        events.addLast(new History.Happening(taken, kind, detail));
        if (events.size() > EVENTS_KEPT) {
          events.removeFirst();
        }
      }
    }
  }

  private final class Bucket {
    private final Collected percent = new Collected();
    private final Collected millivolts = new Collected();
    private final Collected rssi = new Collected();
    private final Collected temperature = new Collected();
    private int samples;
    private long uncertaintyMs;
    private String accessPoint = "";

    /** The least sure sample counts; one without an earliest moment most of all. */
    void unsure(long ms) {
      boolean open = ms == CorrectedTime.OPEN || uncertaintyMs == CorrectedTime.OPEN;
      uncertaintyMs = open ? CorrectedTime.OPEN : Math.max(uncertaintyMs, ms);
    }

    History.Point point(long number) {
      return new History.Point(
          window.fromMs() + number * window.bucketMs(),
          uncertaintyMs,
          samples,
          percent.stat(),
          millivolts.stat(),
          rssi.stat(),
          temperature.stat(),
          accessPoint);
    }
  }

  private static final class Collected {
    private int count;
    private long sum;
    private int min = Integer.MAX_VALUE;
    private int max = Integer.MIN_VALUE;

    void add(int value) {
      if (value != Reading.UNKNOWN) {
        count++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }

    History.Stat stat() {
      return count == 0
          ? History.Stat.NONE
          : new History.Stat(count, min, Math.round((float) sum / count), max);
    }
  }
}
