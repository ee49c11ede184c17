package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.cli.CommandFailure;
import io.baedge.cli.Output;
import io.baedge.sim.Simulation;
import io.baedge.sim.conference.SimulationOptions;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.Scenario;
import io.baedge.sim.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge bench simulator}. */
@Command(
    name = "simulator",
    description = "Simulates a conference with its invariants on: badge-minutes per second.")
final class SimulatorBench implements Benchmark, Callable<Integer> {
  private static final double GATE = 100_000;
  private static final double GOAL = 300_000;

  @Parameters(
      paramLabel = "FILE",
      description = "A scenario, for example examples/scenarios/quiet-day.yaml.")
  private Path file = Path.of("");

  @Option(
      names = "--seeds",
      defaultValue = "5",
      paramLabel = "N",
      description = "Runs, after one that warms up (default ${DEFAULT-VALUE}).")
  private int seeds = 5;

  @Mixin private Output output = new Output();

  SimulatorBench() {}

  SimulatorBench(Path file, int seeds) {
    this.file = file;
    this.seeds = seeds;
  }

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() {
    Benchmarks.atLeast("--seeds", seeds, 1);
    Scenario scenario = scenario();
    double[] rates = new double[seeds];
    SimulationReport last = run(scenario, 0);
    for (int i = 0; i < seeds; i++) {
      last = run(scenario, i + 1L);
      rates[i] = last.badgeMinutesPerSecond();
    }
    double median = Machine.median(rates);
    String text = Machine.text("%.0f", median);
    return new Report(
        "simulator: " + file.getFileName() + ", invariants on, one core",
        List.of(
            new Figure("badge-minutes/s, gate", text, "", ">= 100000", Verdict.of(median >= GATE)),
            new Figure("badge-minutes/s, goal", text, "", ">= 300000", Verdict.of(median >= GOAL)),
            Figure.of(
                "of one run",
                last.extent().devices()
                    + " devices, "
                    + last.extent().steps()
                    + " steps, "
                    + Machine.text("%.0f badge-minutes", last.extent().badgeMinutes()))),
        List.of(
            Machine.noise(),
            "median of " + seeds + " seeds, by CPU time of the one thread that runs it"));
  }

  private static SimulationReport run(Scenario scenario, long seed) {
    SimulationReport report = Simulation.run(scenario, seed, SimulationOptions.DEFAULT);
    if (!report.passed()) {
      throw new CommandFailure("an invariant broke, so nothing was measured: " + report.toText());
    }
    return report;
  }

  private Scenario scenario() {
    try {
      return switch (ScenarioFile.read(Files.readString(file))) {
        case ScenarioFile.Outcome.Read(Scenario scenario) -> scenario;
        case ScenarioFile.Outcome.Wrong wrong ->
            throw new CommandFailure(file + ": " + wrong.sentences().replace("\n", "; "));
      };
    } catch (IOException e) {
      throw new CommandFailure(
          file + " cannot be read; examples/scenarios has some scenarios: " + e.getMessage(), e);
    }
  }
}
