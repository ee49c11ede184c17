package io.baedge.bench;

import io.baedge.bench.FootprintStage.Place;
import io.baedge.bench.FootprintTable.Goal;
import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/// The starts of the footprint table: every program in turn, again and again, so that what else the
/// machine does meets all of them alike.
final class FootprintStarts {
  /// So long after it is ready a program is looked at.
  static final long SETTLE_MS = 300;

  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final String ARCHIVE = ", with archive";

  private final List<FootprintStage> stages;
  private final WorkDirectory work;
  private final int runs;
  private final Optional<MemoryGroup> group;
  private final Map<String, Map<String, List<Start>>> starts = new LinkedHashMap<>();
  private int number;

  FootprintStarts(
      List<FootprintStage> stages, WorkDirectory work, int runs, Optional<MemoryGroup> group) {
    this.stages = stages;
    this.work = work;
    this.runs = runs;
    this.group = group;
  }

  private record Start(double cpuMs, double wallMs, double residentKb, double anonymousKb) {}

  void measure(FootprintTable table) throws InterruptedException {
    boolean pins = Files.isExecutable(TASKSET);
    boolean two = Runtime.getRuntime().availableProcessors() > 1;
    List<String> one = pins ? List.of(TASKSET.toString(), "-c", "0") : List.of();
    List<String> both = pins && two ? List.of(TASKSET.toString(), "-c", "0,1") : List.of();
    for (int run = 0; run < runs; run++) {
      for (FootprintStage stage : stages) {
        boolean archive = Launch.hasArchive() && !stage.python();
        if (two) {
          start("two CPUs", stage, both, false);
        }
        if (pins) {
          start("one CPU", stage, one, false);
        }
        if (archive && two) {
          start("two CPUs" + ARCHIVE, stage, both, true);
        }
        if (archive && pins) {
          start("one CPU" + ARCHIVE, stage, one, true);
        }
        if (group.isPresent()) {
          start("128 MB", stage, words(group.get()), false);
        }
      }
    }
    starts.forEach((kind, byStage) -> rows(table, kind, byStage));
  }

  private void start(String kind, FootprintStage stage, List<String> before, boolean archive)
      throws InterruptedException {
    Path directory = work.sub("start-" + number++);
    try (BadgeChild child = stage.start(new Place(directory, before, archive))) {
      Machine.pause(SETTLE_MS);
      MemoryFigures memory = child.memory();
      starts
          .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
          .computeIfAbsent(stage.name(), _ -> new ArrayList<>())
          .add(
              new Start(
                  child.figures().cpuMs(),
                  child.readyMs(),
                  memory.residentKb(),
                  memory.anonymousKb()));
    }
  }

  /// Words that put a program into a group of its own.
  static List<String> words(MemoryGroup group) {
    try {
      return group.words();
    } catch (IOException e) {
      throw new CommandFailure("a control group cannot be made any more: " + e.getMessage(), e);
    }
  }

  private static void rows(FootprintTable table, String kind, Map<String, List<Start>> byStage) {
    table.row("start, CPU ms, " + kind, byStage, of(Start::cpuMs), whole(), Goal.START);
    table.row("start, wall ms, " + kind, byStage, of(Start::wallMs), whole(), Goal.START);
    if (!kind.startsWith("one")) {
      table.row(
          "resident MB after it, " + kind,
          byStage,
          of(Start::residentKb),
          FootprintIdle::megabytes,
          Goal.MEMORY);
      table.row(
          "anonymous MB, " + kind,
          byStage,
          of(Start::anonymousKb),
          FootprintIdle::megabytes,
          Goal.NONE);
    }
  }

  private static DoubleFunction<String> whole() {
    return value -> Machine.text("%.0f", value);
  }

  private static ToDoubleFunction<List<Start>> of(ToDoubleFunction<Start> value) {
    return all -> Machine.median(all.stream().mapToDouble(value).toArray());
  }
}
