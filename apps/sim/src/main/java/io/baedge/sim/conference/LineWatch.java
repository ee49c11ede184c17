package io.baedge.sim.conference;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.model.id.DeviceId;
import io.baedge.model.presence.Presence;
import io.baedge.sim.device.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the lines of the console as the hub shows them. */
final class LineWatch {
  private final Map<DeviceId, Device> byId;
  private final SettledInvariant settled;
  private final PictureInvariant glasses;
  private final PresenceInvariant presence;
  private final ProgressInvariant progress = new ProgressInvariant();
  private final int[] badges = new int[Presence.values().length];

  LineWatch(
      Map<DeviceId, Device> byId,
      SettledInvariant settled,
      PictureInvariant glasses,
      PresenceInvariant presence) {
    this.byId = byId;
    this.settled = settled;
    this.glasses = glasses;
    this.presence = presence;
  }

  void hubStarted(boolean restored, long nowMs) {
    settled.hubStarted();
    presence.hubStarted(restored, nowMs);
    progress.hubStarted();
    Arrays.fill(badges, 0);
  }

  void shown(BadgeOverview row, long nowMs) {
    BadgeOverview before = settled.shown(row);
    glasses.shown(row);
    count(before, -1);
    count(row, 1);
    Device device = device(row);
    Device deviceBefore = before == null ? null : device(before);
    if (deviceBefore != null && deviceBefore != device) {
      presence.hidden(deviceBefore.number());
    }
    if (device != null) {
      presence.shown(device.number(), row, nowMs);
      if (row.identity().badge().isPresent()) {
        progress.shown(device.number(), row, nowMs);
      }
    }
  }

  void hidden(String key) {
    BadgeOverview before = settled.hidden(key);
    count(before, -1);
    Device device = before == null ? null : device(before);
    if (device != null) {
      presence.hidden(device.number());
    }
  }

  /** What a hub that is down said last binds nobody. */
  void sweep(List<Device> devices, long nowMs) {
    presence.sweep(nowMs);
    progress.sweep(devices, nowMs);
  }

  /** Badges in each state of presence, in the order of the states. */
  List<Integer> badges() {
    List<Integer> counts = new ArrayList<>(badges.length);
    for (int count : badges) {
      counts.add(count);
    }
    return counts;
  }

  private void count(@Nullable BadgeOverview row, int step) {
    if (row != null && row.identity().badge().isPresent()) {
      row.signs().presence().ifPresent(state -> badges[state.ordinal()] += step);
    }
  }

  private @Nullable Device device(BadgeOverview row) {
    Optional<DeviceId> id = row.identity().device();
    return id.isPresent() ? byId.get(id.get()) : null;
  }
}
