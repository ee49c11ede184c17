package io.baedge.badge.uplink;

import java.util.List;
import java.util.Optional;

/**
 * When to ask for a network that an uplink wants: none of the uplinks' networks is there, for a
 * while. They are asked for in turn, later and later: whoever owns the radio may have its reasons.
 */
final class Joins {
  static final long PATIENCE_MS = 30_000;
  static final long LONGEST_MS = 900_000;

  private final List<String> networks;
  private long dueMonoMs = Long.MAX_VALUE;
  private long waitMs = PATIENCE_MS;
  private int next;

  Joins(List<Way> ways) {
    networks =
        ways.stream()
            .filter(way -> way.over() == Way.Over.WIFI || way.over() == Way.Over.HOTSPOT)
            .map(Way::network)
            .filter(network -> !network.isEmpty())
            .distinct()
            .toList();
  }

  /** What is there; another look while nothing is changes nothing. */
  void look(boolean anyUp, long monoMs) {
    if (anyUp || networks.isEmpty()) {
      dueMonoMs = Long.MAX_VALUE;
      waitMs = PATIENCE_MS;
      next = 0;
    } else if (dueMonoMs == Long.MAX_VALUE) {
      dueMonoMs = monoMs + PATIENCE_MS;
    }
  }

  /** The network to ask for now. */
  Optional<String> take(long monoMs) {
    if (monoMs < dueMonoMs) {
      return Optional.empty();
    }
    String network = networks.get(next);
    next = (next + 1) % networks.size();
    if (next == 0) {
      waitMs = Math.min(2 * waitMs, LONGEST_MS);
    }
    dueMonoMs = monoMs + waitMs;
    return Optional.of(network);
  }

  long deadlineMonoMs() {
    return dueMonoMs;
  }
}
