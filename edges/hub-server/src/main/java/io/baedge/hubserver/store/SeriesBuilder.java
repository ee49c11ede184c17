package io.baedge.hubserver.store;

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
   * Adds the samples of a chunk that were taken from {@code fromMs} until before {@code toMs}.
   *
   * @param offsetMs from the device's monotonic clock to wall time
   */
  void add(Write.Chunk chunk, long offsetMs, long fromMs, long toMs) throws StoreFailed {
    switch (SampleColumns.decode(chunk.columns())) {
      case Decoded.Ok<List<Sample>>(List<Sample> samples) -> {
        for (Sample sample : samples) {
          long wallMs = offsetMs + sample.monoMs();
          if (wallMs >= fromMs && wallMs < toMs) {
            add(wallMs, sample.reading());
          }
        }
      }
      case Decoded.Malformed<List<Sample>>(String reason) ->
          throw new StoreFailed(
              "stored samples of " + chunk.device() + " cannot be read: " + reason);
    }
  }

  History.Series build() {
    List<History.Point> points = new ArrayList<>();
    buckets.forEach((number, bucket) -> points.add(bucket.point(number)));
    List<History.Happening> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(History.Happening::wallMs));
    return new History.Series(points, sorted);
  }

  private void add(long wallMs, Reading reading) {
    long number = (wallMs - window.fromMs()) / window.bucketMs();
    Bucket bucket = buckets.computeIfAbsent(number, _ -> new Bucket());
    bucket.samples++;
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
        events.addLast(new History.Happening(wallMs, kind, detail));
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
    private String accessPoint = "";

    History.Point point(long number) {
      return new History.Point(
          window.fromMs() + number * window.bucketMs(),
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
