package io.baedge.sim.crowd;

import io.baedge.model.id.DeviceId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many records each device took in each epoch, and how many of them the hub acknowledged, as
 * the devices know it. Numbers only grow.
 */
public final class Ledger {
  private final Map<Key, Counts> rows = new TreeMap<>();

  private record Key(DeviceId device, long epoch) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byDevice = device.compareTo(other.device);
      return byDevice != 0 ? byDevice : Long.compare(epoch, other.epoch);
    }
  }

  private record Counts(long taken, long acknowledged) {}

  /** One line. */
  public record Row(DeviceId device, long epoch, long taken, long acknowledged) {}

  /** Notes what a device knows now. */
  void note(DeviceId device, long epoch, long taken, long acknowledged) {
    rows.merge(
        new Key(device, epoch),
        new Counts(taken, acknowledged),
        (before, now) ->
            new Counts(
                Math.max(before.taken, now.taken),
                Math.max(before.acknowledged, now.acknowledged)));
  }

  /** All lines, by device and epoch. */
  public List<Row> rows() {
    return rows.entrySet().stream()
        .map(
            entry ->
                new Row(
                    entry.getKey().device,
                    entry.getKey().epoch,
                    entry.getValue().taken,
                    entry.getValue().acknowledged))
        .toList();
  }

  /** Records taken by all devices. */
  public long taken() {
    return rows.values().stream().mapToLong(Counts::taken).sum();
  }

  /** Records acknowledged to all devices. */
  public long acknowledged() {
    return rows.values().stream().mapToLong(Counts::acknowledged).sum();
  }

  /** Tab-separated, with a heading: device, epoch, taken, acknowledged. */
  public String toTsv() {
    var text = new StringBuilder("device\tepoch\ttaken\tacknowledged\n");
    for (Row row : rows()) {
      text.append(row.device).append('\t').append(row.epoch).append('\t');
      text.append(row.taken).append('\t').append(row.acknowledged).append('\n');
    }
    return text.toString();
  }
}
