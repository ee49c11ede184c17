package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.cli.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench badge}. */
@Command(
    name = "badge",
    description =
        "Starts a badge, from nothing to the first 200 on /v1/status with the picture there: CPU,"
            + " wall time, memory.")
final class BadgeBench implements Benchmark, Callable<Integer> {
  /** So long after the first 200 the CPU time is read, as it was with the original. */
  private static final long SETTLE_MS = 300;

  private static final double MOST_OF_ORIGINAL = 0.8;
  private static final long MOST_KB = 48 * 1024;
  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final List<String> SCREENS = List.of("wearer", "hardware");

  @Option(
      names = "--runs",
      defaultValue = "7",
      paramLabel = "N",
      description = "Starts of each kind (default ${DEFAULT-VALUE}).")
  private int runs = 7;

  @Option(
      names = "--writes",
      defaultValue = "200",
      paramLabel = "N",
      description = "Screens drawn before memory is read again (default ${DEFAULT-VALUE}).")
  private int writes = 200;

  @Mixin private Output output = new Output();

  BadgeBench() {}

  BadgeBench(int runs, int writes) {
    this.runs = runs;
    this.writes = writes;
  }

  /** One start. */
  private record Start(double cpuMs, double wallMs, double residentKb, double anonymousKb) {}

  /** The three kinds: on an empty card, on its own card, on an empty one and one processor. */
  private record Starts(Start first, Start again, Start oneCpu) {}

  private interface Starter {
    BadgeChild start(int run) throws InterruptedException;
  }

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() throws InterruptedException {
    Benchmarks.atLeast("--runs", runs, 1);
    Benchmarks.atLeast("--writes", writes, 1);
    try (WorkDirectory work = WorkDirectory.make()) {
      Optional<Python> python = Python.find(work);
      List<String> pinned =
          Files.isExecutable(TASKSET) ? List.of(TASKSET.toString(), "-c", "0") : List.of();
      Path card = work.sub("new-card-0");
      Start first =
          median(run -> BadgeChild.baedge(work.sub("new-card-" + run), List.of(), List.of()));
      Start again = median(_ -> BadgeChild.baedge(card, List.of(), List.of()));
      Start oneCpu =
          median(run -> BadgeChild.baedge(work.sub("one-cpu-" + run), pinned, List.of()));
      Optional<Start> theirs = Optional.empty();
      Optional<Start> theirsOneCpu = Optional.empty();
      if (python.isPresent()) {
        Python p = python.get();
        theirs = Optional.of(median(_ -> BadgeChild.python(p, work.path(), List.of())));
        theirsOneCpu = Optional.of(median(_ -> BadgeChild.python(p, work.path(), pinned)));
      }
      List<Figure> figures = figures(new Starts(first, again, oneCpu), theirs, theirsOneCpu);
      figures.add(afterWrites(work, python));
      return new Report("badge: cold start and memory", figures, notes(python));
    }
  }

  private static List<Figure> figures(
      Starts ours, Optional<Start> theirs, Optional<Start> theirsOneCpu) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        compared("start with a new card, CPU", "ms", ours.first.cpuMs, theirs.map(Start::cpuMs)));
    figures.add(
        compared("start with its own card, CPU", "ms", ours.again.cpuMs, theirs.map(Start::cpuMs)));
    figures.add(
        compared(
            "start with a new card, wall time on one CPU",
            "ms",
            ours.oneCpu.wallMs,
            theirsOneCpu.map(Start::wallMs)));
    figures.add(
        compared(
                "start with a new card, wall time",
                "ms",
                ours.first.wallMs,
                theirs.map(Start::wallMs))
            .withoutGoal());
    figures.add(
        memory("resident after start", ours.first.residentKb, theirs.map(Start::residentKb)));
    figures.add(
        memory("of it anonymous", ours.first.anonymousKb, theirs.map(Start::anonymousKb))
            .withoutGoal());
    return figures;
  }

  private List<String> notes(Optional<Python> python) {
    return List.of(
        Machine.noise(),
        Launch.note(),
        "medians of " + runs + " starts; CPU is read " + SETTLE_MS + " ms after the first 200",
        Launch.hasArchive()
            ? "with the archive of a badge's classes; BAEDGE_NO_ARCHIVE=1 measures without it"
            : "without an archive of a badge's classes; ./baedge badge archive makes one",
        "the last line has a session with a hub; Java2D is not loaded",
        python.isPresent() ? Python.NOTE : Python.MISSING);
  }

  private Start median(Starter starter) throws InterruptedException {
    List<Start> all = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      try (BadgeChild badge = starter.start(run)) {
        Machine.pause(SETTLE_MS);
        ProcessFigures figures = badge.figures();
        all.add(
            new Start(
                figures.cpuMs(), badge.readyMs(), figures.residentKb(), figures.anonymousKb()));
      }
    }
    return new Start(
        Machine.median(all.stream().mapToDouble(Start::cpuMs).toArray()),
        Machine.median(all.stream().mapToDouble(Start::wallMs).toArray()),
        Machine.median(all.stream().mapToDouble(Start::residentKb).toArray()),
        Machine.median(all.stream().mapToDouble(Start::anonymousKb).toArray()));
  }

  private Figure afterWrites(WorkDirectory work, Optional<Python> python)
      throws InterruptedException {
    double ours;
    try (HubChild hub = HubChild.start(work.sub("hub"));
        BadgeChild badge =
            BadgeChild.baedge(
                work.sub("everything-on"),
                List.of(),
                List.of("--hub=127.0.0.1:" + hub.mqttPort(), "--site=" + HubChild.SITE))) {
      badge.write(writes, SCREENS);
      ours = badge.figures().residentKb();
    }
    Optional<Double> theirs = Optional.empty();
    if (python.isPresent()) {
      try (BadgeChild badge = BadgeChild.python(python.get(), work.path(), List.of())) {
        badge.write(writes, SCREENS);
        theirs = Optional.of((double) badge.figures().residentKb());
      }
    }
    return memory("resident after " + writes + " screens", ours, theirs);
  }

  private static Figure compared(String what, String unit, double ours, Optional<Double> theirs) {
    return new Figure(
        what,
        Machine.text("%.0f %s", ours, unit)
            + theirs.map(t -> Machine.text(" (%.2f x)", ours / t)).orElse(""),
        theirs.map(t -> Machine.text("%.0f %s", t, unit)).orElse(""),
        "<= " + MOST_OF_ORIGINAL + " x",
        theirs.map(t -> Verdict.of(ours <= MOST_OF_ORIGINAL * t)).orElse(Verdict.NONE));
  }

  private static Figure memory(String what, double oursKb, Optional<Double> theirsKb) {
    return new Figure(
        what,
        Machine.text("%.1f MB", oursKb / 1024),
        theirsKb.map(kb -> Machine.text("%.1f MB", kb / 1024)).orElse(""),
        "<= " + MOST_KB / 1024 + " MB",
        Verdict.of(oursKb <= MOST_KB));
  }
}
