package io.baedge.bench.torture;

import io.baedge.cli.CommandFailure;
import io.baedge.cli.Output;
import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `baedge torture`; `bin/torture` runs it apart from the rest of the machine.
@Command(
    name = "torture",
    description = {
      "Breaks real hubs and badges on purpose and counts what is lost.",
      "Exit 1 when anything is lost or not as it must be. Steps that need root or a program that is"
          + " missing are skipped and say so; bin/torture runs them all."
    })
public final class TortureCommand implements Callable<Integer> {
  /// In the order in which they run.
  static final List<Step> STEPS =
      List.of(
          new KillStep(),
          new PowerCutStep(),
          new NetworkStep(),
          new DiskFullStep(),
          new SlowHubStep(),
          new BrokerStep(),
          new ClockStep(),
          new IoErrorStep());

  @Option(
      names = "--kills",
      defaultValue = "20",
      paramLabel = "N",
      description = "kill -9, in all.")
  private int kills = 20;

  @Option(
      names = "--copies",
      defaultValue = "20",
      paramLabel = "M",
      description = "Power cuts with forcing, and as many without.")
  private int copies = 20;

  @Option(
      names = "--pause",
      defaultValue = "30",
      paramLabel = "SECONDS",
      description = "How long a hub is stopped and a network is cut.")
  private int pauseS = 30;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "STEP",
      description = "Only these steps, separated by commas.")
  private @Nullable List<String> only;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "SEED", description = "Of moments.")
  private long seed = 1;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "An empty directory for everything that is written; kept after a failure.")
  private @Nullable Path work;

  @Mixin private Output output = new Output();

  private record Ended(Step step, Tally tally, Optional<String> skipped, double seconds) {
    String verdict() {
      return skipped.isPresent() ? "skipped" : tally.passed() ? "passed" : "failed";
    }

    Doc.Fields doc() {
      Doc.Builder doc = Doc.fields().put("step", step.name()).put("verdict", verdict());
      skipped.ifPresent(reason -> doc.put("reason", reason));
      return doc.put("seconds", Math.round(seconds))
          .put("counts", tally.counts())
          .put("wrong", tally.wrong().stream().<Doc>map(Doc.Text::new).toList())
          .build();
    }

    String text() {
      return step.name()
          + ": "
          + verdict()
          + skipped.map(reason -> ": " + reason).orElse(" in " + Math.round(seconds) + " s; ")
          + tally.words()
          + tally.wrong().stream().map(w -> "\n  wrong: " + w).collect(Collectors.joining());
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Step> wanted = wanted();
    Path directory = directory();
    List<Ended> all = new ArrayList<>();
    for (Step step : wanted) {
      Ended ended = run(step, directory.resolve(step.name()));
      all.add(ended);
      output.err().println(ended.text());
    }
    boolean good = all.stream().noneMatch(e -> e.verdict().equals("failed"));
    long passed = all.stream().filter(e -> e.verdict().equals("passed")).count();
    long skipped = all.stream().filter(e -> e.skipped().isPresent()).count();
    output.print(
        Doc.fields()
            .put("ok", good)
            .put("seed", seed)
            .put("passed", passed)
            .put("failed", all.size() - passed - skipped)
            .put("skipped", skipped)
            .put("steps", all.stream().<Doc>map(Ended::doc).toList())
            .build(),
        passed
            + " passed, "
            + (all.size() - passed - skipped)
            + " failed, "
            + skipped
            + " skipped; seed "
            + seed
            + (good ? "" : "; logs and data are in " + directory));
    return good ? 0 : 1;
  }

  private Ended run(Step step, Path directory) throws InterruptedException {
    var tally = new Tally();
    Optional<String> missing = step.missing();
    if (missing.isPresent()) {
      return new Ended(step, tally, missing, 0);
    }
    output.err().println(step.name() + " …");
    long startedNs = System.nanoTime();
    try {
      Files.createDirectories(directory);
      var plan = new Room.Plan(kills, copies, 1_000L * pauseS);
      step.run(Room.of(directory, plan, seed), tally);
    } catch (TortureFailed | IOException e) {
      tally.expect(false, String.valueOf(e.getMessage()));
    }
    return new Ended(step, tally, Optional.empty(), (System.nanoTime() - startedNs) / 1e9);
  }

  private List<Step> wanted() {
    if (kills < 1 || copies < 1 || pauseS < 1) {
      throw new CommandFailure("--kills, --copies and --pause must be 1 or more");
    }
    List<String> names = only;
    if (names == null) {
      return STEPS;
    }
    List<Step> wanted = new ArrayList<>();
    for (String name : names) {
      wanted.add(
          STEPS.stream()
              .filter(step -> step.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          "there is no step '"
                              + name
                              + "'; there are "
                              + STEPS.stream().map(Step::name).collect(Collectors.joining(", ")))));
    }
    return wanted;
  }

  private Path directory() {
    try {
      return work != null
          ? Files.createDirectories(work).toAbsolutePath()
          : Files.createTempDirectory("baedge-torture-");
    } catch (IOException e) {
      throw new CommandFailure("no directory to work in: " + e.getMessage(), e);
    }
  }
}
