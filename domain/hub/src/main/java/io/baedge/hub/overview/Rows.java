package io.baedge.hub.overview;

import io.baedge.model.desired.Ownership;
import io.baedge.model.presence.Presence;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of the console as they were last shown, and the counts that follow from them. */
public final class Rows {
  private final Map<String, BadgeOverview> shown = new LinkedHashMap<>();
  private final Map<Presence, Integer> presence = new EnumMap<>(Presence.class);
  private int desired;
  private int onGlass;

  /**
   * Takes a line.
   *
   * @return whether it differs from what was shown, apart from the time at which it was heard
   */
  public boolean put(BadgeOverview row) {
    BadgeOverview before = shown.get(row.key());
    if (before != null && same(before, row)) {
      return false;
    }
    shown.put(row.key(), row);
    count(before, -1);
    count(row, 1);
    return true;
  }

  /** Takes a line away; whether there was one. */
  public boolean remove(String key) {
    BadgeOverview before = shown.remove(key);
    count(before, -1);
    return before != null;
  }

  /** The line as it was last shown. */
  public Optional<BadgeOverview> find(String key) {
    return Optional.ofNullable(shown.get(key));
  }

  /** How many badges are in each state. */
  public Map<Presence, Integer> presence() {
    return presence;
  }

  /** What shall be and is on glasses. */
  public FleetCounts.Screens screens() {
    return new FleetCounts.Screens(desired, onGlass);
  }

  private static boolean same(BadgeOverview a, BadgeOverview b) {
    return a.signs().presence().equals(b.signs().presence())
        && a.signs().sinceWallMs() == b.signs().sinceWallMs()
        && a.signs().link() == b.signs().link()
        && a.gauges().equals(b.gauges())
        && a.picture().equals(b.picture())
        && a.progress().equals(b.progress())
        && a.identity().equals(b.identity())
        && a.wearer().equals(b.wearer());
  }

  private void count(@Nullable BadgeOverview row, int step) {
    if (row == null || row.identity().badge().isEmpty()) {
      return;
    }
    row.signs().presence().ifPresent(state -> presence.merge(state, step, Integer::sum));
    if (row.identity().ownership() == Ownership.OWNED) {
      desired += step;
      boolean there = !row.picture().hash().isEmpty() && row.progress().differences() == 0;
      onGlass += there ? step : 0;
    }
  }
}
