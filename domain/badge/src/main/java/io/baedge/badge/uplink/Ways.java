package io.baedge.badge.uplink;

import io.baedge.model.telemetry.Reading;
import java.util.Arrays;
import java.util.List;

/**
 * Which uplink to take (design 4, "An outage"): in the order of the settings, of several Wi-Fis
 * that stand together the strongest. A working one is left only for one that is plainly better and
 * has been there for a while; one that led nowhere is shunned for a time, which doubles when a
 * working one was left for it.
 */
final class Ways {
  /** How long a better one must have been there before a working one is left for it. */
  static final long STEADY_MS = 120_000;

  /** How much stronger another Wi-Fi must be, and for how long, to be better. */
  static final int PLAINLY_DB = 10;

  private static final long SHUNNED_MS = 300_000;
  private static final long LONGEST_SHUNNED_MS = 3_600_000;

  private final List<Way> ways;
  private final long[] upSinceMonoMs;
  private final long[] betterSinceMonoMs;
  private final int[] rssiDbm;
  private final long[] shunnedUntilMonoMs;
  private final long[] shunnedMs;
  private boolean linkUp = true;
  private boolean networksKnown;
  private List<Way.Seen> networks = List.of();
  private int current;
  private int hub;
  private int hubsTried;
  private boolean roamed;

  Ways(List<Way> ways) {
    this.ways = List.copyOf(ways);
    int count = ways.size();
    upSinceMonoMs = new long[count];
    betterSinceMonoMs = filled(count, Long.MAX_VALUE);
    rssiDbm = new int[count];
    Arrays.fill(rssiDbm, Reading.UNKNOWN);
    shunnedUntilMonoMs = filled(count, 0);
    shunnedMs = filled(count, SHUNNED_MS);
  }

  private static long[] filled(int count, long value) {
    long[] all = new long[count];
    Arrays.fill(all, value);
    return all;
  }

  boolean none() {
    return ways.isEmpty();
  }

  /** The hub in use or tried next, counted through all uplinks; -1 when there is none. */
  int address() {
    if (none()) {
      return -1;
    }
    int index = hub;
    for (int i = 0; i < current; i++) {
      index += ways.get(i).hubs().size();
    }
    return index;
  }

  /** The name of the uplink in use or tried next. */
  String name() {
    return none() ? "" : ways.get(current).name();
  }

  /** Whether the uplink in use or tried next leads through a neighbour. */
  boolean throughNeighbour() {
    return !none() && ways.get(current).over() == Way.Over.NEIGHBOUR;
  }

  /** Something is up, or nothing is. */
  void link(boolean up, long monoMs) {
    linkUp = up;
    look(monoMs);
  }

  /** What is up, by kind and name. */
  void networks(List<Way.Seen> seen, long monoMs) {
    networksKnown = true;
    networks = List.copyOf(seen);
    look(monoMs);
  }

  private void look(long monoMs) {
    for (int i = 0; i < ways.size(); i++) {
      boolean was = upSinceMonoMs[i] != Long.MAX_VALUE;
      boolean is = linkUp && seen(i);
      if (was != is) {
        upSinceMonoMs[i] = is ? monoMs : Long.MAX_VALUE;
      }
    }
    for (int i = 0; i < ways.size(); i++) {
      if (!better(i)) {
        betterSinceMonoMs[i] = Long.MAX_VALUE;
      } else if (betterSinceMonoMs[i] == Long.MAX_VALUE) {
        betterSinceMonoMs[i] = monoMs;
      }
    }
  }

  private boolean seen(int way) {
    rssiDbm[way] = Reading.UNKNOWN;
    if (ways.get(way).over() == Way.Over.ANY || !networksKnown) {
      return true;
    }
    boolean up = false;
    for (Way.Seen each : networks) {
      if (ways.get(way).leadsThrough(each)) {
        up = true;
        rssiDbm[way] = Math.max(rssiDbm[way], each.rssiDbm());
      }
    }
    return up;
  }

  /** Whether another uplink is to be preferred to the current one while that works. */
  private boolean better(int other) {
    if (other == current || !up(other)) {
      return false;
    }
    return alike(other, current)
        ? rssiDbm[current] != Reading.UNKNOWN && rssiDbm[other] >= rssiDbm[current] + PLAINLY_DB
        : other < current;
  }

  /** Wi-Fis that stand together in the settings are one choice, made by strength. */
  private boolean alike(int one, int other) {
    for (int i = Math.min(one, other); i <= Math.max(one, other); i++) {
      if (ways.get(i).over() != Way.Over.WIFI) {
        return false;
      }
    }
    return true;
  }

  private boolean up(int way) {
    return upSinceMonoMs[way] != Long.MAX_VALUE;
  }

  /** Whether the current uplink's network is there. */
  boolean currentUp() {
    return !none() && up(current);
  }

  /** Whether any uplink's network is there. */
  boolean anyUp() {
    for (int i = 0; i < ways.size(); i++) {
      if (up(i)) {
        return true;
      }
    }
    return false;
  }

  /** Before an attempt: the next hub of the uplink that is being tried, else the best uplink. */
  void chooseForAttempt(long monoMs) {
    if (hubsTried == 0 || !up(current)) {
      take(best(monoMs));
      look(monoMs);
    }
  }

  private int best(long monoMs) {
    int best = -1;
    for (int i = 0; i < ways.size(); i++) {
      if (up(i) && (best < 0 || beats(i, best, monoMs))) {
        best = i;
      }
    }
    return best < 0 ? current : best;
  }

  private boolean beats(int later, int earlier, long monoMs) {
    // Of those that led nowhere lately the one whose time is over first, so that all have a turn.
    long shunned = Math.max(0, shunnedUntilMonoMs[later] - monoMs);
    long other = Math.max(0, shunnedUntilMonoMs[earlier] - monoMs);
    if (shunned != other) {
      return shunned < other;
    }
    return alike(earlier, later) && rssiDbm[later] > rssiDbm[earlier];
  }

  private void take(int way) {
    if (way != current) {
      current = way;
      hub = 0;
      hubsTried = 0;
      Arrays.fill(betterSinceMonoMs, Long.MAX_VALUE);
    }
  }

  /** An attempt led nowhere: the next hub's turn, and after the last one the next uplink's. */
  void failed(long monoMs) {
    if (!currentUp()) {
      return; // without its network no hub can be blamed
    }
    hub = (hub + 1) % ways.get(current).hubs().size();
    hubsTried++;
    if (hubsTried < ways.get(current).hubs().size()) {
      return;
    }
    hubsTried = 0;
    shunnedUntilMonoMs[current] = monoMs + shunnedMs[current];
    if (roamed) {
      // A working uplink was left for it: that shall not happen soon again.
      roamed = false;
      shunnedMs[current] = Math.min(2 * shunnedMs[current], LONGEST_SHUNNED_MS);
    }
  }

  /** A session has begun on the current uplink. */
  void worked(long monoMs) {
    hubsTried = 0;
    look(monoMs);
  }

  /** A session on the current uplink has lasted: it is no longer held against it. */
  void lasted() {
    roamed = false;
    shunnedMs[current] = SHUNNED_MS;
    shunnedUntilMonoMs[current] = 0;
  }

  /** When a better uplink has been there for long enough; {@link Long#MAX_VALUE} for none. */
  long betterMonoMs() {
    long due = Long.MAX_VALUE;
    for (int i = 0; i < ways.size(); i++) {
      if (betterSinceMonoMs[i] != Long.MAX_VALUE) {
        long steady = Math.max(betterSinceMonoMs[i], upSinceMonoMs[i]) + STEADY_MS;
        due = Math.min(due, Math.max(steady, shunnedUntilMonoMs[i]));
      }
    }
    return due;
  }

  /** Leaves the current uplink for the best of those that are better by now. */
  void roam(long monoMs) {
    int best = -1;
    for (int i = 0; i < ways.size(); i++) {
      boolean due =
          betterSinceMonoMs[i] != Long.MAX_VALUE
              && monoMs >= Math.max(betterSinceMonoMs[i], upSinceMonoMs[i]) + STEADY_MS
              && monoMs >= shunnedUntilMonoMs[i];
      if (due && (best < 0 || beats(i, best, monoMs))) {
        best = i;
      }
    }
    if (best >= 0) {
      take(best);
      roamed = true;
      look(monoMs);
    }
  }
}
