package io.baedge.hubserver.loop;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.store.HubNote;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The newest picture of the fleet, as far as the hub has shown it. Written by the hub's thread,
 * read by any without waiting.
 */
public final class FleetView {
  private static final int NOTES_KEPT = 200;

  private final Map<String, BadgeOverview> rows = new ConcurrentSkipListMap<>();
  private final Map<DeviceId, String> keyOfDevice = new ConcurrentHashMap<>();
  private final AtomicReference<FleetCounts> counts;
  private final AtomicReference<List<HubNote>> notes = new AtomicReference<>(List.of());
  private final AtomicLong changes = new AtomicLong();

  FleetView(FleetCounts none) {
    this.counts = new AtomicReference<>(none);
  }

  /** All lines, sorted by key. */
  public List<BadgeOverview> rows() {
    return List.copyOf(rows.values());
  }

  /** The line with that {@link BadgeOverview#key()}. */
  public Optional<BadgeOverview> row(String key) {
    return Optional.ofNullable(rows.get(key));
  }

  /** The line of a badge. */
  public Optional<BadgeOverview> badge(BadgeId badge) {
    return row(badge.text());
  }

  /** The line that the device is in: its badge's, or its own. */
  public Optional<BadgeOverview> device(DeviceId device) {
    return Optional.ofNullable(keyOfDevice.get(device)).flatMap(this::row);
  }

  /** The fleet in numbers. */
  public FleetCounts counts() {
    return counts.get();
  }

  /** What happened last, newest first, at most 200; older ones are in the store. */
  public List<HubNote> notes() {
    return notes.get();
  }

  /** Counts every change, so that a reader can tell whether to look again. */
  public long changes() {
    return changes.get();
  }

  void show(BadgeOverview row) {
    rows.put(row.key(), row);
    row.identity().device().ifPresent(device -> keyOfDevice.put(device, row.key()));
    changes.incrementAndGet();
  }

  void hide(String key) {
    BadgeOverview gone = rows.remove(key);
    if (gone != null) {
      gone.identity().device().ifPresent(device -> keyOfDevice.remove(device, key));
    }
    changes.incrementAndGet();
  }

  void show(FleetCounts now) {
    counts.set(now);
    changes.incrementAndGet();
  }

  void note(HubNote note) {
    List<HubNote> before = notes.get();
    var after = new ArrayList<HubNote>(Math.min(before.size() + 1, NOTES_KEPT));
    after.add(note);
    after.addAll(before.subList(0, Math.min(before.size(), NOTES_KEPT - 1)));
    notes.set(Collections.unmodifiableList(after));
    changes.incrementAndGet();
  }

  /** Forgets the lines, because another hub starts and shows its own. */
  void clear() {
    rows.clear();
    keyOfDevice.clear();
    changes.incrementAndGet();
  }
}
