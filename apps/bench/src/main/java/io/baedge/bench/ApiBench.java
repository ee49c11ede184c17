package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.cli.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench api}. */
@Command(name = "api", description = "Asks a badge for GET /v1/status as fast as it answers.")
final class ApiBench implements Benchmark, Callable<Integer> {
  private static final double TIMES_ORIGINAL = 5;
  private static final String PATH = "/v1/status";

  @Option(
      names = "--seconds",
      defaultValue = "10",
      paramLabel = "N",
      description = "Of measuring; half as long to warm up (default ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(
      names = "--connections",
      defaultValue = "8",
      paramLabel = "N",
      description = "At a time (default ${DEFAULT-VALUE}).")
  private int connections = 8;

  @Mixin private Output output = new Output();

  private long msPerSecond = 1_000;

  ApiBench() {}

  /** One second, of another length. */
  ApiBench(long msPerSecond) {
    this.msPerSecond = msPerSecond;
    this.seconds = 1;
  }

  /** Answers per second, and CPU of the server for one. */
  private record Rate(double perSecond, double cpuUs) {}

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() throws InterruptedException {
    Benchmarks.atLeast("--seconds", seconds, 1);
    Benchmarks.atLeast("--connections", connections, 1);
    try (WorkDirectory work = WorkDirectory.make()) {
      Rate kept;
      Rate fresh;
      try (BadgeChild badge = BadgeChild.baedge(work.sub("card"), List.of(), List.of())) {
        kept = rate(badge, true);
        fresh = rate(badge, false);
      }
      Optional<Python> python = Python.find(work);
      Optional<Rate> theirs = Optional.empty();
      if (python.isPresent()) {
        try (BadgeChild badge = BadgeChild.python(python.get(), work.path(), List.of())) {
          theirs = Optional.of(rate(badge, true));
        }
      }
      return report(kept, fresh, theirs, python.isPresent());
    }
  }

  private Report report(Rate kept, Rate fresh, Optional<Rate> theirs, boolean python) {
    List<Figure> figures = new ArrayList<>();
    figures.add(compared("requests/s, connections kept", kept, theirs));
    figures.add(compared("requests/s, a connection for each", fresh, theirs).withoutGoal());
    figures.add(
        new Figure(
            "CPU per request of the server, connections kept",
            Machine.text("%.0f us", kept.cpuUs),
            theirs.map(t -> Machine.text("%.0f us", t.cpuUs)).orElse(""),
            "",
            Verdict.NONE));
    return new Report(
        "badge: GET " + PATH + ", " + connections + " connections",
        figures,
        List.of(
            Machine.noise(),
            Launch.note(),
            "the generator runs on the same processors; the Python server closes every connection",
            python ? Python.NOTE : Python.MISSING));
  }

  private Rate rate(BadgeChild badge, boolean keep) throws InterruptedException {
    long forMs = seconds * msPerSecond;
    HttpLoad.perSecond(new HttpLoad.Plan(badge.port(), PATH, connections, keep, 0, forMs / 2));
    long beforeMs = badge.figures().cpuMs();
    double perSecond =
        HttpLoad.perSecond(new HttpLoad.Plan(badge.port(), PATH, connections, keep, 0, forMs));
    double cpuMs = badge.figures().cpuMs() - beforeMs;
    return new Rate(perSecond, cpuMs * 1e3 / (perSecond * forMs / 1e3));
  }

  private static Figure compared(String what, Rate ours, Optional<Rate> theirs) {
    return new Figure(
        what,
        Machine.text("%.0f", ours.perSecond)
            + theirs.map(t -> Machine.text(" (%.1f x)", ours.perSecond / t.perSecond)).orElse(""),
        theirs.map(t -> Machine.text("%.0f", t.perSecond)).orElse(""),
        Machine.text(">= %.0f x", TIMES_ORIGINAL),
        theirs
            .map(t -> Verdict.of(ours.perSecond >= TIMES_ORIGINAL * t.perSecond))
            .orElse(Verdict.NONE));
  }
}
