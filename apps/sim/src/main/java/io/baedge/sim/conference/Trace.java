package io.baedge.sim.conference;

import io.baedge.sim.scenario.Durations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last things that happened around each device. Written down only when somebody asks. */
final class Trace {
  private static final int KEPT = 48;
  private static final int LINE_CHARS = 220;

  private final Ring[] rings;

  Trace(int devices) {
    rings = new Ring[devices];
    for (int i = 0; i < devices; i++) {
      rings[i] = new Ring();
    }
  }

  void note(int device, long nowMs, String what, Object detail) {
    rings[device].add(nowMs, what, detail);
  }

  List<String> lines(int device) {
    return device < 0 ? List.of() : rings[device].lines();
  }

  private static final class Ring {
    private final long[] times = new long[KEPT];
    private final String[] whats = new String[KEPT];
    private final @Nullable Object[] details = new Object[KEPT];
    private int added;

    void add(long nowMs, String what, Object detail) {
      int at = added % KEPT;
      times[at] = nowMs;
      whats[at] = what;
      details[at] = detail;
      added++;
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      for (int i = Math.max(0, added - KEPT); i < added; i++) {
        int at = i % KEPT;
        String detail = String.valueOf(details[at]);
        String shown =
            detail.length() > LINE_CHARS ? detail.substring(0, LINE_CHARS) + "…" : detail;
        lines.add(Durations.clock(times[at]) + " " + whats[at] + " " + shown);
      }
      return lines;
    }
  }
}
