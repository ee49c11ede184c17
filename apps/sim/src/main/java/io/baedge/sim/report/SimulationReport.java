package io.baedge.sim.report;

import io.baedge.model.doc.Doc;
import io.baedge.sim.scenario.Durations;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run.
 *
 * @param digest of everything that happened, in order, and of the state at the end
 * @param course what happened
 * @param failure the broken invariant, if one broke
 * @param effort what the run cost; differs from run to run
 */
public record SimulationReport(
    String scenario,
    long seed,
    String digest,
    Extent extent,
    Course course,
    Optional<Failure> failure,
    Effort effort) {
  /**
   * What happened.
   *
   * @param counts how often, by kind
   * @param timeline minute by minute
   */
  public record Course(SortedMap<String, Long> counts, Timeline timeline) {
    public Course {
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }

  /** How often what happened, by kind. */
  public SortedMap<String, Long> counts() {
    return course.counts();
  }

  /**
   * Counts of several runs together: sums, and of lengths of time, whose names end in {@code -ms},
   * the longest.
   */
  public static SortedMap<String, Long> countsOf(List<SimulationReport> reports) {
    SortedMap<String, Long> all = new TreeMap<>();
    for (SimulationReport report : reports) {
      report
          .counts()
          .forEach(
              (kind, count) ->
                  all.merge(kind, count, kind.endsWith("-ms") ? Long::max : Long::sum));
    }
    return all;
  }

  /**
   * How much was simulated.
   *
   * @param devices spares included
   * @param virtualMs how far the run came
   * @param steps tasks that ran
   */
  public record Extent(int devices, long virtualMs, long steps) {
    /** Minutes of all devices together. */
    public double badgeMinutes() {
      return devices * (virtualMs / 60_000.0);
    }
  }

  /**
   * What the run cost.
   *
   * @param cpuNanos of the thread that ran it
   */
  public record Effort(long cpuNanos) {}

  /**
   * What broke, and where.
   *
   * @param invariant its name
   * @param trace the last events around the device, oldest first
   */
  public record Failure(
      String invariant, String detail, long step, long virtualMs, List<String> trace) {
    public Failure {
      trace = List.copyOf(trace);
    }
  }

  /** Whether every invariant held. */
  public boolean passed() {
    return failure.isEmpty();
  }

  /** Simulated minutes of all devices per second of one core. */
  public double badgeMinutesPerSecond() {
    return extent.badgeMinutes() / Math.max(1e-9, effort.cpuNanos / 1e9);
  }

  /** One line for a run that went well, several for one that did not. */
  public String toText() {
    var text = new StringBuilder();
    text.append(passed() ? "ok     " : "FAILED ");
    text.append(scenario).append(" seed ").append(seed).append(" digest ").append(digest);
    text.append(
        String.format(
            Locale.ROOT,
            ", %d devices, %s virtual, %d steps, %.0f badge-minutes/s",
            extent.devices,
            Durations.clock(extent.virtualMs),
            extent.steps,
            badgeMinutesPerSecond()));
    failure.ifPresent(broken -> append(text, broken));
    return text.toString();
  }

  private void append(StringBuilder text, Failure broken) {
    text.append("\n  invariant ").append(broken.invariant);
    text.append(" broken at step ").append(broken.step);
    text.append(", ").append(Durations.clock(broken.virtualMs)).append(":\n  ");
    text.append(broken.detail).append("\n  counts ").append(counts());
    if (!broken.trace.isEmpty()) {
      text.append("\n  the last events of the device:");
      broken.trace.forEach(line -> text.append("\n    ").append(line));
    }
  }

  /** The counts as a table of two columns. */
  public String countsText() {
    var text = new StringBuilder();
    counts()
        .forEach(
            (kind, count) -> text.append(String.format(Locale.ROOT, "%12d  %s%n", count, kind)));
    return text.toString();
  }

  /** The document for {@code --json}. */
  public Doc.Fields toDoc() {
    Doc.Builder kinds = Doc.fields();
    counts().forEach(kinds::put);
    Doc.Builder doc =
        Doc.fields()
            .put("scenario", scenario)
            .put("seed", seed)
            .put("passed", passed())
            .put("digest", digest)
            .put("devices", extent.devices)
            .put("virtualMs", extent.virtualMs)
            .put("steps", extent.steps)
            .put("cpuMillis", effort.cpuNanos / 1_000_000)
            .put("counts", kinds.build());
    failure.ifPresent(
        broken ->
            doc.put(
                "failure",
                Doc.fields()
                    .put("invariant", broken.invariant)
                    .put("detail", broken.detail)
                    .put("step", broken.step)
                    .put("virtualMs", broken.virtualMs)
                    .put(
                        "trace",
                        broken.trace.stream().map(line -> (Doc) new Doc.Text(line)).toList())
                    .build()));
    return doc.build();
  }
}
