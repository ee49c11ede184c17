package io.baedge.sim.conference;

import io.baedge.badge.BadgeView;
import io.baedge.hub.overview.BadgeOverview;
import io.baedge.model.presence.Presence;
import io.baedge.sim.device.Device;
import io.baedge.sim.scenario.Durations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A badge that stays connected becomes what it should be within a bound, also while faults go on,
 * unless it refused that revision or somebody chose something else at the badge.
 */
final class ProgressInvariant {
  private static final long WITHIN_MS = 600_000;

  private final Map<String, Behind> behind = new HashMap<>();
  private final List<Behind> all = new ArrayList<>();

  /** A badge that is not what it should be, as of its last line. */
  private static final class Behind {
    private BadgeOverview row;
    private int device;
    private long sinceMs;
    private boolean is;

    Behind(BadgeOverview row) {
      this.row = row;
    }
  }

  /** The hub shows a line of a badge. */
  void shown(int device, BadgeOverview row, long nowMs) {
    Behind state = behind.get(row.key());
    if (state == null) {
      state = new Behind(row);
      behind.put(row.key(), state);
      all.add(state);
    }
    boolean is = isBehind(row);
    boolean sameGoal =
        state.device == device && state.row.progress().desired().equals(row.progress().desired());
    if (!is || !state.is || !sameGoal) {
      state.sinceMs = nowMs;
    }
    state.is = is;
    state.row = row;
    state.device = device;
  }

  private static boolean isBehind(BadgeOverview row) {
    BadgeOverview.Progress progress = row.progress();
    boolean there = progress.applied().equals(progress.desired()) && progress.differences() == 0;
    return !there
        && progress.refusal().isEmpty()
        && row.signs().presence().equals(Optional.of(Presence.CONNECTED));
  }

  /** A hub starts: everybody has the whole time again. */
  void hubStarted() {
    all.forEach(state -> state.is = false);
  }

  /** Each virtual minute. */
  void sweep(List<Device> devices, long nowMs) {
    for (Behind state : all) {
      if (!state.is || nowMs - state.sinceMs <= WITHIN_MS) {
        continue;
      }
      Device device = devices.get(state.device);
      Optional<BadgeView> view = device.view();
      if (view.isEmpty() || view.get().local().choice().isPresent()) {
        state.sinceMs = nowMs;
        continue;
      }
      BadgeOverview.Progress progress = state.row.progress();
      throw new InvariantBroken(
          Invariant.DESIRED_IS_REPORTED,
          state.device,
          "badge "
              + state.row.key()
              + " is connected and for "
              + Durations.text(nowMs - state.sinceMs)
              + " reports revision "
              + progress.applied()
              + " with "
              + progress.differences()
              + " differences while "
              + progress.desired()
              + " is desired");
    }
  }
}
