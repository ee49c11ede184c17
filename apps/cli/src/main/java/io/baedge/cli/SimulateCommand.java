package io.baedge.cli;

import io.baedge.hubserver.importer.ImportSource;
import io.baedge.hubserver.importer.ImportedSchedule;
import io.baedge.hubserver.importer.ScheduleFile;
import io.baedge.model.codec.Decoded;
import io.baedge.model.doc.Doc;
import io.baedge.sim.Simulation;
import io.baedge.sim.conference.SimulationOptions;
import io.baedge.sim.report.ReportPage;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.CrowdPlan;
import io.baedge.sim.scenario.Scenario;
import io.baedge.sim.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baedge simulate}. */
@Command(
    name = "simulate",
    description = {
      "Runs a conference in virtual time and checks the invariants after every event.",
      "Exit 1 with the seed and the broken invariant when one breaks."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");

  @Parameters(
      paramLabel = "FILE",
      description = "A scenario, for example examples/scenarios/first-light.yaml.")
  private Path file = Path.of("");

  @Option(names = "--seed", paramLabel = "N", description = "One seed (default 1).")
  private @Nullable Long seed;

  @Option(names = "--seeds", paramLabel = "A..B", description = "Many seeds, both ends included.")
  private @Nullable String seeds;

  @Option(
      names = "--threads",
      defaultValue = "0",
      paramLabel = "N",
      description = "Seeds at a time (0 = one for each processor).")
  private int threads;

  @Option(
      names = "--report",
      paramLabel = "F.html",
      description = "Writes a page with charts of the runs.")
  private @Nullable Path report;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    Simulation.Seeds range = range();
    Scenario scenario = scenario();
    long startedNs = System.nanoTime();
    List<SimulationReport> reports =
        Simulation.runSeeds(scenario, range, SimulationOptions.DEFAULT, this::tell);
    double seconds = (System.nanoTime() - startedNs) / 1e9;
    List<SimulationReport> failed = reports.stream().filter(r -> !r.passed()).toList();
    write(reports);
    output.print(document(reports, failed, seconds), text(reports, failed, seconds));
    return failed.isEmpty() ? Main.OK : Main.FAILED;
  }

  /** One line a seed; ends the run at the first that breaks, since that one is to be looked at. */
  private boolean tell(SimulationReport report) {
    if (!output.json()) {
      output.out().println(report.toText());
      output.out().flush();
    }
    return report.passed();
  }

  private void write(List<SimulationReport> reports) throws CommandFailure {
    if (report == null || reports.isEmpty()) {
      return;
    }
    try {
      Files.writeString(report, ReportPage.of(reports));
    } catch (IOException e) {
      throw new CommandFailure("the report cannot be written to " + report + ": " + e.getMessage());
    }
  }

  private Scenario scenario() throws CommandFailure {
    try {
      return switch (ScenarioFile.read(Files.readString(file))) {
        case ScenarioFile.Outcome.Read(Scenario scenario) -> withSchedule(scenario);
        case ScenarioFile.Outcome.Wrong wrong ->
            throw new CommandFailure(file + ": " + wrong.sentences().replace("\n", "; "));
      };
    } catch (NoSuchFileException e) {
      throw new CommandFailure("there is no file " + file + "; examples/scenarios has some");
    } catch (IOException e) {
      throw new CommandFailure(file + " cannot be read: " + e.getMessage());
    }
  }

  /** The schedule is named from where the scenario is. */
  private Scenario withSchedule(Scenario scenario) throws CommandFailure {
    CrowdPlan crowd = scenario.fleet().crowd();
    if (crowd.schedule().isEmpty()) {
      return scenario;
    }
    Path schedule = file.resolveSibling(crowd.schedule());
    return switch (ImportSource.read(schedule.toString()).then(ScheduleFile::read)) {
      case Decoded.Ok<ImportedSchedule>(ImportedSchedule read) ->
          scenario.with(crowd.with(read.conference(), read.sessions()));
      case Decoded.Malformed<ImportedSchedule>(String reason) ->
          throw new CommandFailure(file + ": crowd.schedule: " + reason);
    };
  }

  private Simulation.Seeds range() throws CommandFailure {
    if (seed != null && seeds != null) {
      throw new WrongUsage("give --seed N or --seeds A..B, not both");
    }
    int atATime = threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    if (seeds == null) {
      long one = seed == null ? 1 : seed;
      return new Simulation.Seeds(one, one, 1);
    }
    Matcher matcher = RANGE.matcher(seeds);
    if (!matcher.matches() || Long.parseLong(matcher.group(2)) < Long.parseLong(matcher.group(1))) {
      throw new WrongUsage("--seeds is '" + seeds + "'; give two numbers such as 1..200");
    }
    return new Simulation.Seeds(
        Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)), atATime);
  }

  private static Doc document(
      List<SimulationReport> reports, List<SimulationReport> failed, double seconds) {
    Doc.Builder doc =
        Doc.fields()
            .put("seeds", reports.size())
            .put("failed", failed.size())
            .put("seconds", new Doc.Real(StrictMath.round(seconds * 10) / 10.0))
            .put("counts", counts(reports));
    return doc.put(
            reports.size() == 1 ? "report" : "failures",
            reports.size() == 1
                ? reports.getFirst().toDoc()
                : new Doc.Items(failed.stream().<Doc>map(SimulationReport::toDoc).toList()))
        .build();
  }

  private static Doc.Fields counts(List<SimulationReport> reports) {
    SortedMap<String, Long> sums = SimulationReport.countsOf(reports);
    Doc.Builder doc = Doc.fields();
    sums.forEach(doc::put);
    return doc.build();
  }

  private static String text(
      List<SimulationReport> reports, List<SimulationReport> failed, double seconds) {
    SortedMap<String, Long> sums = SimulationReport.countsOf(reports);
    var text = new StringBuilder();
    sums.forEach(
        (kind, count) -> text.append(String.format(Locale.ROOT, "%14d  %s%n", count, kind)));
    double badgeMinutes = reports.stream().mapToDouble(r -> r.extent().badgeMinutes()).sum();
    text.append(
        String.format(
            Locale.ROOT,
            "%d seeds, %d broken, %.1f s, %.0f badge-minutes per second",
            reports.size(),
            failed.size(),
            seconds,
            badgeMinutes / Math.max(1e-9, seconds)));
    failed.forEach(
        r ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%nrun it again alone: baedge simulate FILE --seed %d",
                    r.seed())));
    return text.toString();
  }
}
