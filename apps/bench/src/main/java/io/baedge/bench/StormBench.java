package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.cli.Output;
import io.baedge.hub.desired.Capacity;
import io.baedge.hub.desired.FleetCadence;
import io.baedge.sim.storm.Storm;
import io.baedge.sim.storm.StormPlan;
import io.baedge.sim.storm.StormPlan.Return;
import io.baedge.sim.storm.StormPlan.StormFault;
import io.baedge.sim.storm.StormResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench storm}. */
@Command(
    name = "storm",
    description =
        "A whole hall comes back at once: the badge's real uplink and back-off against the hub's"
            + " real admission, in virtual time, worst of the seeds; then over sockets, with a hub"
            + " that is killed and started again.")
final class StormBench implements Benchmark, Callable<Integer> {
  private static final double SEEN_RATIO = 1.1;
  private static final double SEEN_PEAK = 1.35;
  private static final double SILENT_RATIO = 1.25;
  private static final double SILENT_PEAK = 4.5;

  private static final long STEP_MS = 50;

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

  @Option(
      names = "--sockets",
      defaultValue = "2000",
      paramLabel = "N",
      description =
          "Real devices whose hub is killed and started again (default ${DEFAULT-VALUE}).")
  private int sockets = 2_000;

  @Option(
      names = "--sockets-per-second",
      defaultValue = "200",
      paramLabel = "N",
      description = "What that hub admits (default ${DEFAULT-VALUE}).")
  private int socketsPerSecond = 200;

  @Mixin private Output output = new Output();

  StormBench() {}

  StormBench(int seeds, int most, int sockets) {
    this.seeds = seeds;
    this.most = most;
    this.sockets = sockets;
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
  public Report measure() throws InterruptedException {
    Benchmarks.atLeast("--seeds", seeds, 1);
    Benchmarks.atLeast("--sockets", sockets, 1);
    Benchmarks.atLeast("--sockets-per-second", socketsPerSecond, 1);
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
    figures.addAll(real());
    return new Report(
        "storm: all badges are back after ten minutes, worst of " + seeds + " seeds",
        figures,
        List.of(
            "t99: time until 99 % are in, as a multiple of 0.99 N/C; peak: attempts in the busiest"
                + " second, as a multiple of C",
            "real devices: uplinks over sockets to a hub process that is killed and started again",
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

  /** The same classes over sockets; the hub is killed while all are in. */
  private List<Figure> real() throws InterruptedException {
    var cadence =
        FleetCadence.of(sockets, new Capacity(socketsPerSecond, Capacity.DEFAULT.keepAlivesPerS()));
    try (WorkDirectory work = WorkDirectory.make()) {
      Path data = work.sub("hub");
      HubChild first = HubChild.start(data, FreePort.find(), socketsPerSecond);
      try (SocketStorm storm = SocketStorm.of(first.mqtt(), sockets, cadence)) {
        SocketStorm.Outcome begin = storm.await(limitMs());
        first.kill();
        try (HubChild second = startAgain(data, first.mqttPort(), storm)) {
          SocketStorm.Outcome back = storm.await(limitMs());
          String name = Machine.text("%d real devices, %d/s: ", sockets, socketsPerSecond);
          int in = storm.connected();
          second.figures();
          return List.of(
              Figure.of(name + "all in at first after", seconds(begin)),
              new Figure(
                  name + "in again after a kill",
                  Machine.text("%d", in),
                  "",
                  Machine.text(">= %d", sockets),
                  Verdict.of(back.all())),
              Figure.of(name + "time from the hub's return", seconds(back)),
              Figure.of(
                  name + "attempts from then on",
                  Machine.text(
                      "%.2f a device, at most %d",
                      (double) back.attempts() / sockets, back.mostOfOne())));
        }
      }
    }
  }

  private static String seconds(SocketStorm.Outcome outcome) {
    return Machine.text("%.1f s", outcome.seconds());
  }

  private long limitMs() {
    return 60_000 + 4_000L * sockets / socketsPerSecond;
  }

  /** Time goes on for the devices while the hub starts. */
  private HubChild startAgain(Path data, int port, SocketStorm storm) throws InterruptedException {
    var started =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return HubChild.start(data, port, socketsPerSecond);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CompletionException(e);
              }
            });
    while (!started.isDone()) {
      storm.run(STEP_MS);
    }
    return started.join();
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
