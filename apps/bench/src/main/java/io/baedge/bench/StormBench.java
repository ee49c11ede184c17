package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.cli.Output;
import io.baedge.sim.storm.Storm;
import io.baedge.sim.storm.StormPlan;
import io.baedge.sim.storm.StormPlan.Return;
import io.baedge.sim.storm.StormPlan.StormFault;
import io.baedge.sim.storm.StormResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench storm}. */
@Command(
    name = "storm",
    description =
        "A whole hall comes back at once: the badge's real uplink and back-off against the hub's"
            + " real admission, in virtual time, worst of the seeds.")
final class StormBench implements Benchmark, Callable<Integer> {
  private static final double SEEN_RATIO = 1.1;
  private static final double SEEN_PEAK = 1.35;
  private static final double SILENT_RATIO = 1.25;
  private static final double SILENT_PEAK = 4.5;

  /** Badges and connections a second. */
  private static final int[][] FLEETS = {{600, 50}, {10_000, 200}, {100_000, 1_000}};

  @Option(
      names = "--seeds",
      defaultValue = "20",
      paramLabel = "N",
      description = "Storms of each kind (default ${DEFAULT-VALUE}).")
  private int seeds = 20;

  @Option(
      names = "--most",
      defaultValue = "100000",
      paramLabel = "N",
      description = "Leave out larger fleets (default ${DEFAULT-VALUE}).")
  private int most = 100_000;

  @Mixin private Output output = new Output();

  StormBench() {}

  StormBench(int seeds, int most) {
    this.seeds = seeds;
    this.most = most;
  }

  /** The worst of several storms. */
  private static final class Worst {
    private double ratio;
    private double peak;
    private double attempts;
    private int mostOfOne;

    void add(StormResult result) {
      ratio = Math.max(ratio, result.ratio());
      peak = Math.max(peak, result.peak());
      attempts = Math.max(attempts, result.attemptsPerBadge());
      mostOfOne = Math.max(mostOfOne, result.mostOfOne());
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() {
    Benchmarks.atLeast("--seeds", seeds, 1);
    Benchmarks.atLeast("--most", most, FLEETS[0][0]);
    List<Figure> figures = new ArrayList<>();
    for (int[] fleet : FLEETS) {
      if (fleet[0] <= most) {
        for (Return how : Return.values()) {
          add(figures, StormPlan.of(fleet[0], fleet[1], how));
        }
      }
    }
    figures.add(broken());
    return new Report(
        "storm: all badges are back after ten minutes, worst of " + seeds + " seeds",
        figures,
        List.of(
            "t99: time until 99 % are in, as a multiple of 0.99 N/C; peak: attempts in the busiest"
                + " second, as a multiple of C",
            "seen: the radio tells of the return within half a second; silent: nothing tells"));
  }

  private void add(List<Figure> figures, StormPlan plan) {
    var worst = new Worst();
    for (long seed = 1; seed <= seeds; seed++) {
      worst.add(Storm.run(plan, seed));
    }
    boolean seen = plan.how() == Return.SEEN;
    String name =
        Machine.text(
            "%d badges, %d/s, %s: ", plan.badges(), plan.connectsPerS(), seen ? "seen" : "silent");
    figures.add(goal(name + "t99", worst.ratio, seen ? SEEN_RATIO : SILENT_RATIO));
    figures.add(goal(name + "peak", worst.peak, seen ? SEEN_PEAK : SILENT_PEAK));
    figures.add(
        Figure.of(
            name + "attempts",
            Machine.text("%.2f a badge, at most %d", worst.attempts, worst.mostOfOne)));
  }

  /** What the figures would be without the defences, so that one sees that they measure them. */
  private static Figure broken() {
    StormPlan plan = StormPlan.of(FLEETS[0][0], FLEETS[0][1], Return.SEEN);
    StormResult result =
        Storm.run(plan.withFaults(StormFault.NO_ADMISSION, StormFault.NO_WINDOW), 1);
    return Figure.of(
        "600 badges without admission and window: peak", Machine.text("%.2f", result.peak()));
  }

  private static Figure goal(String what, double value, double bound) {
    return new Figure(
        what,
        Machine.text("%.3f", value),
        "",
        Machine.text("<= %.2f", bound),
        Verdict.of(value <= bound));
  }
}
