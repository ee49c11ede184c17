package io.baedge.hub.people;

import io.baedge.hub.store.Write;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.WearerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who wears which badge. A badge has one wearer at most, and the reverse. */
public final class Wearers {
  private final Map<BadgeId, Write.Wearing> openByBadge = new LinkedHashMap<>();
  private final Map<WearerId, Write.Wearing> openByWearer = new LinkedHashMap<>();
  private final Map<BadgeId, TreeMap<Long, Write.Wearing>> history = new LinkedHashMap<>();

  /** Takes a stored assignment. */
  public void restore(Write.Wearing stored) {
    keep(stored);
  }

  /** Who wears the badge now. */
  public Optional<WearerId> wearerOf(BadgeId badge) {
    return Optional.ofNullable(openByBadge.get(badge)).map(Write.Wearing::wearer);
  }

  /** The badge that the person wears now. */
  public Optional<BadgeId> badgeOf(WearerId wearer) {
    return Optional.ofNullable(openByWearer.get(wearer)).map(Write.Wearing::badge);
  }

  /** All assignments of the badge, oldest first. */
  public List<Write.Wearing> assignments(BadgeId badge) {
    return new ArrayList<>(history.getOrDefault(badge, new TreeMap<>()).values());
  }

  /** Gives the badge, which nobody wears, to a person who wears none. */
  public Write give(long serial, BadgeId badge, WearerId wearer, long wallMs) {
    if (openByBadge.containsKey(badge) || openByWearer.containsKey(wearer)) {
      throw new IllegalStateException("already worn: " + badge + " or by " + wearer);
    }
    return keep(new Write.Wearing(serial, badge, wearer, wallMs, 0));
  }

  /** Takes the badge back, if somebody wears it. */
  public Optional<Write> take(BadgeId badge, long wallMs) {
    Write.Wearing open = openByBadge.get(badge);
    return open == null
        ? Optional.empty()
        : Optional.of(
            keep(
                new Write.Wearing(
                    open.serial(), badge, open.wearer(), open.fromWallMs(), Math.max(1, wallMs))));
  }

  private Write keep(Write.Wearing row) {
    history.computeIfAbsent(row.badge(), _ -> new TreeMap<>()).put(row.serial(), row);
    if (row.toWallMs() == 0) {
      openByBadge.put(row.badge(), row);
      openByWearer.put(row.wearer(), row);
    } else {
      closeIfOpen(openByBadge, row.badge(), row);
      closeIfOpen(openByWearer, row.wearer(), row);
    }
    return row;
  }

  private static <K> void closeIfOpen(Map<K, Write.Wearing> open, K key, Write.Wearing row) {
    Write.Wearing present = open.get(key);
    if (present != null && present.serial() == row.serial()) {
      open.remove(key);
    }
  }
}
