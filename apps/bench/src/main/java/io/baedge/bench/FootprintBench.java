package io.baedge.bench;

import io.baedge.cli.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench footprint}. */
@Command(
    name = "footprint",
    description = {
      "What a badge needs, part by part, beside the Python counterpart: CPU and wall time of a start,"
          + " memory, and what it does while nobody asks it anything; all of it again within"
          + " 128 MB.",
      "Takes about six minutes."
    })
final class FootprintBench implements Benchmark, Callable<Integer> {
  private static final int GROUP_MB = 128;

  @Option(
      names = "--runs",
      defaultValue = "5",
      paramLabel = "N",
      description = "Starts of each kind (default ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(
      names = "--idle-seconds",
      defaultValue = "60",
      paramLabel = "N",
      description = "How long they are left alone and watched (default ${DEFAULT-VALUE}).")
  private int idleSeconds = 60;

  @Option(
      names = "--settle-seconds",
      defaultValue = "15",
      paramLabel = "N",
      description = "How long they are left alone before that (default ${DEFAULT-VALUE}).")
  private int settleSeconds = 15;

  @Option(
      names = "--writes",
      defaultValue = "200",
      paramLabel = "N",
      description = "Screens drawn within the limit of memory (default ${DEFAULT-VALUE}).")
  private int writes = 200;

  @Mixin private Output output = new Output();

  FootprintBench() {}

  FootprintBench(int runs, int idleSeconds, int settleSeconds, int writes) {
    this.runs = runs;
    this.idleSeconds = idleSeconds;
    this.settleSeconds = settleSeconds;
    this.writes = writes;
  }

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() throws InterruptedException {
    Benchmarks.atLeast("--runs", runs, 1);
    Benchmarks.atLeast("--idle-seconds", idleSeconds, 1);
    Benchmarks.atLeast("--settle-seconds", settleSeconds, 0);
    Benchmarks.atLeast("--writes", writes, 1);
    try (WorkDirectory work = WorkDirectory.make();
        HubChild hub = HubChild.start(work.sub("hub"))) {
      Optional<Python> python = Python.find(work);
      List<FootprintStage> stages = FootprintStage.all(python, hub.mqttPort());
      Optional<MemoryGroup> group = MemoryGroup.find((long) GROUP_MB << 20);
      try {
        var table = new FootprintTable(stages);
        new FootprintStarts(stages, work, runs, group).measure(table);
        new FootprintIdle(stages, work, group)
            .measure(table, new FootprintIdle.Length(settleSeconds, idleSeconds, writes));
        return new Report(
            "footprint: a badge, part by part, beside the Python counterpart",
            table.figures(),
            notes(python, group.isPresent(), work.fileSystem()),
            Optional.of(table.toText()));
      } finally {
        group.ifPresent(MemoryGroup::close);
      }
    }
  }

  private List<String> notes(Optional<Python> python, boolean grouped, String fileSystem) {
    List<String> notes = new ArrayList<>();
    notes.add(Machine.noise());
    notes.add(
        "medians of "
            + runs
            + " starts in turn, to the first 200 with the picture (stages without"
            + " HTTP: to the first picture); CPU and memory are read "
            + FootprintStarts.SETTLE_MS
            + " ms later");
    notes.add(
        "panel and + HTTP are a composition for this benchmark: the badge's decisions, renderer,"
            + " driver and server, without card, sensors and settings; + outbox is the program"
            + " without a hub, + MQTT with one on this machine");
    notes.add(
        "+ Java2D: as + MQTT, and an Arabic name is drawn after the first picture, which counts to"
            + " the start");
    notes.add(Launch.note() + "; the first two stages are started by java with the same options");
    notes.add(
        "idle: one hour of what was seen in "
            + idleSeconds
            + " s after "
            + settleSeconds
            + " s of rest, all programs at once; a badge measures once a minute, and a card on "
            + fileSystem
            + " counts whole pages (see bench journal for bytes per record)");
    notes.add(
        Launch.hasArchive()
            ? "with archive: the JVM takes the badge's classes from 'badge archive'"
            : "there is no archive of a badge's classes; make one with ./baedge badge archive to"
                + " have starts measured with it too");
    notes.add(
        grouped
            ? "128 MB: in a control group of its own with that limit and no swap, "
                + writes
                + " screens drawn by programs whose API draws; its charge counts pages of files too"
            : "not measured within 128 MB: this machine lets this program make no control group of"
                + " memory");
    notes.add(
        "goals: a start <= 0.8 x the counterpart, resident <= 48 MB with baked glyphs and <= 64 MB"
            + " with Java2D");
    notes.add(python.isPresent() ? Python.NOTE : Python.MISSING);
    return notes;
  }
}
