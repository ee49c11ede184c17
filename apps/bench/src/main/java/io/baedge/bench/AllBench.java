package io.baedge.bench;

import io.baedge.cli.Output;
import io.baedge.model.doc.Doc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench all}. */
@Command(
    name = "all",
    description = "Every benchmark, one after the other; takes a quarter of an hour.")
final class AllBench implements Callable<Integer> {
  private static final long QUICK_MS = 200;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "For the simulator; default: examples/scenarios/quiet-day.yaml of the tree.")
  private @Nullable Path scenario;

  @Option(
      names = "--quick",
      description = "The smallest sizes: shows that everything runs, the figures mean nothing.")
  private boolean quick;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    List<Doc> documents = new ArrayList<>();
    for (Benchmark benchmark : benchmarks()) {
      Report report = benchmark.measure();
      documents.add(report.toDoc());
      if (!output.json()) {
        output.out().println(report.toText() + "\n");
        output.out().flush();
      }
    }
    if (output.json()) {
      output.print(Doc.fields().put("benchmarks", documents).build(), "");
    }
    return 0;
  }

  private List<Benchmark> benchmarks() {
    List<Benchmark> all = new ArrayList<>();
    all.add(quick ? new BadgeBench(1, 2) : new BadgeBench());
    all.add(quick ? new FootprintBench(1, 1, 0, 2) : new FootprintBench());
    all.add(quick ? new RenderBench(50) : new RenderBench());
    all.add(quick ? new JournalBench(512) : new JournalBench());
    all.add(new DayBench());
    all.add(quick ? new ApiBench(QUICK_MS) : new ApiBench());
    all.add(quick ? new HubBench(QUICK_MS, 4, 10) : new HubBench());
    all.add(quick ? new StormBench(1, 600, 60) : new StormBench());
    Optional<Path> file =
        scenario == null
            ? Launch.fileOfTheTree("examples/scenarios/quiet-day.yaml")
            : Optional.of(scenario);
    file.ifPresentOrElse(
        path -> all.add(quick ? new SimulatorBench(path, 1) : new SimulatorBench(path, 5)),
        () -> output.err().println("no scenario: the simulator is left out; give --scenario"));
    return all;
  }
}
