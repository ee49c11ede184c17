package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.cli.Output;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench render}. */
@Command(
    name = "render",
    description = "Draws the wearer screen with its QR code and packs it: CPU per picture, warm.")
final class RenderBench implements Benchmark, Callable<Integer> {
  private static final double MOST_OF_ORIGINAL = 0.1;
  private static final int PYTHON_SHARE = 20;

  @Option(
      names = "--frames",
      defaultValue = "5000",
      paramLabel = "N",
      description = "Pictures; as many before them to warm up (default ${DEFAULT-VALUE}).")
  private int frames = 5_000;

  @Mixin private Output output = new Output();

  RenderBench() {}

  RenderBench(int frames) {
    this.frames = frames;
  }

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() throws InterruptedException {
    String count = Integer.toString(Benchmarks.atLeast("--frames", frames, 50));
    try (WorkDirectory work = WorkDirectory.make()) {
      String[] ours;
      List<String> command = Launch.likeABadge(RenderProbe.class, List.of(count, count), true);
      try (Child child = Child.start("render", work.path(), command, Launch.environment())) {
        ours = child.firstLine().split(" ");
      }
      Optional<Python> python = Python.find(work);
      Optional<Double> theirs = Optional.empty();
      if (python.isPresent()) {
        try (Child child =
            Child.start(
                "python",
                work.path(),
                python.get().render(Math.max(20, frames / PYTHON_SHARE)),
                python.get().environment())) {
          theirs = Optional.of(Double.parseDouble(child.firstLine()) / 1e3);
        }
      }
      double warmMs = Double.parseDouble(ours[0]) / 1e3;
      double firstMs = Double.parseDouble(ours[1]) / 1e3;
      return new Report(
          "badge: wearer screen with QR code, 296 x 128, composed and packed",
          List.of(
              warm(warmMs, theirs),
              Figure.of("CPU of the first picture of a process", ms(firstMs))),
          List.of(
              Machine.noise(),
              "medians; every picture has another name and link; JVM options of a badge",
              python.isPresent() ? Python.NOTE : Python.MISSING));
    }
  }

  private static Figure warm(double ours, Optional<Double> theirs) {
    return new Figure(
        "CPU per picture, warm",
        ms(ours) + theirs.map(t -> Machine.text(" (%.3f x)", ours / t)).orElse(""),
        theirs.map(RenderBench::ms).orElse(""),
        "<= " + MOST_OF_ORIGINAL + " x",
        theirs.map(t -> Verdict.of(ours <= MOST_OF_ORIGINAL * t)).orElse(Verdict.NONE));
  }

  private static String ms(double value) {
    return Machine.text("%.2f ms", value);
  }
}
