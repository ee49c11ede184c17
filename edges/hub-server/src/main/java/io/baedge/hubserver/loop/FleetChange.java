package io.baedge.hubserver.loop;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.store.HubNote;

/** Something in the picture of the fleet has changed. */
public sealed interface FleetChange {
  /** A line is new or different. */
  record Shown(BadgeOverview row) implements FleetChange {}

  /** The line with this key is gone. */
  record Hidden(String key) implements FleetChange {}

  /** The fleet in numbers. */
  record Counted(FleetCounts counts) implements FleetChange {}

  /** Something happened. */
  record Noted(HubNote note) implements FleetChange {}

  /** The hub went on from its store: every line must be read again. */
  record Restarted() implements FleetChange {}
}
