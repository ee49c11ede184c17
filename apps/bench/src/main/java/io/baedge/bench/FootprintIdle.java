package io.baedge.bench;

import io.baedge.bench.FootprintStage.Place;
import io.baedge.bench.FootprintTable.Goal;
import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/// What programs do and need while nobody asks them anything, all of them at once; and whether
/// those in a small control group live.
final class FootprintIdle {
  private static final List<String> SCREENS = List.of("wearer", "hardware");

  private final List<FootprintStage> stages;
  private final WorkDirectory work;
  private final Optional<MemoryGroup> group;

  FootprintIdle(List<FootprintStage> stages, WorkDirectory work, Optional<MemoryGroup> group) {
    this.stages = stages;
    this.work = work;
    this.group = group;
  }

  /// How long it takes.
  ///
  /// @param writes screens drawn within the limit of memory
  record Length(int settleSeconds, int idleSeconds, int writes) {}

  private record Running(FootprintStage stage, BadgeChild child, boolean grouped) {}

  private record Look(Running running, IdleFigures figures, long atNs) {}

  private record Idle(MemoryFigures memory, IdleFigures.PerHour perHour) {}

  private record Grouped(MemoryFigures memory, MemoryGroup.Charge charge) {}

  void measure(FootprintTable table, Length length) throws InterruptedException {
    List<Running> all = new ArrayList<>();
    try {
      for (FootprintStage stage : stages) {
        all.add(start(stage, Optional.empty()));
      }
      if (group.isPresent()) {
        for (FootprintStage stage : stages) {
          all.add(start(stage, group));
          if (stage.drawable()) {
            all.getLast().child.write(length.writes, SCREENS);
          }
        }
      }
      Machine.pause(length.settleSeconds * 1_000L);
      rows(table, watch(all, length.idleSeconds));
      groupRows(table, grouped(all));
    } finally {
      all.forEach(running -> running.child.close());
    }
  }

  /// As KiB in the table's unit.
  static String megabytes(double kilobytes) {
    return Machine.text("%.1f", kilobytes / 1024);
  }

  private Running start(FootprintStage stage, Optional<MemoryGroup> within)
      throws InterruptedException {
    String name = (within.isPresent() ? "grouped-" : "idle-") + stages.indexOf(stage);
    List<String> before = within.map(FootprintStarts::words).orElse(List.of());
    BadgeChild child = stage.start(new Place(work.sub(name), before, false));
    return new Running(stage, child, within.isPresent());
  }

  private static Map<String, Idle> watch(List<Running> all, int seconds)
      throws InterruptedException {
    List<Look> looks = new ArrayList<>();
    for (Running running : all) {
      if (!running.grouped) {
        looks.add(new Look(running, running.child.idle(), System.nanoTime()));
      }
    }
    Machine.pause(seconds * 1_000L);
    Map<String, Idle> idle = new LinkedHashMap<>();
    for (Look look : looks) {
      double took = (System.nanoTime() - look.atNs) / 1e9;
      BadgeChild child = look.running.child;
      IdleFigures.PerHour perHour = child.idle().since(look.figures, took);
      idle.put(look.running.stage.name(), new Idle(child.memory(), perHour));
    }
    return idle;
  }

  private static Map<String, Grouped> grouped(List<Running> all) {
    Map<String, Grouped> grouped = new LinkedHashMap<>();
    for (Running running : all) {
      if (running.grouped) {
        try {
          grouped.put(
              running.stage.name(),
              new Grouped(running.child.memory(), MemoryGroup.charge(running.child.pid())));
        } catch (IOException e) {
          throw new CommandFailure(
              "the control group of " + running.stage.name() + " cannot be read: " + e.getMessage(),
              e);
        }
      }
    }
    return grouped;
  }

  private static void rows(FootprintTable table, Map<String, Idle> idle) {
    table.row(
        "idle: resident MB",
        idle,
        i -> i.memory.residentKb(),
        FootprintIdle::megabytes,
        Goal.MEMORY);
    table.row(
        "idle: anonymous MB",
        idle,
        i -> i.memory.anonymousKb(),
        FootprintIdle::megabytes,
        Goal.NONE);
    table.row("idle: CPU s/h", idle, perHour(IdleFigures.PerHour::cpuS), text("%.1f"), Goal.NONE);
    table.row(
        "idle: wake-ups/h", idle, perHour(IdleFigures.PerHour::wakeUps), text("%.0f"), Goal.NONE);
    table.row(
        "idle: card KB/h (write_bytes)",
        idle,
        perHour(p -> p.cardBytes() / 1024),
        text("%.0f"),
        Goal.NONE);
    table.row(
        "idle: written KB/h (wchar)",
        idle,
        perHour(p -> p.calledBytes() / 1024),
        text("%.1f"),
        Goal.NONE);
  }

  private static void groupRows(FootprintTable table, Map<String, Grouped> grouped) {
    table.row(
        "128 MB: resident MB, idle after screens",
        grouped,
        g -> g.memory.residentKb(),
        FootprintIdle::megabytes,
        Goal.MEMORY);
    table.row(
        "128 MB: anonymous MB",
        grouped,
        g -> g.memory.anonymousKb(),
        FootprintIdle::megabytes,
        Goal.NONE);
    table.row(
        "128 MB: most charged MB",
        grouped,
        g -> g.charge.mostBytes() / 1024.0,
        FootprintIdle::megabytes,
        Goal.NONE);
    table.row("128 MB: killed for memory", grouped, g -> g.charge.kills(), text("%.0f"), Goal.NONE);
  }

  private static ToDoubleFunction<Idle> perHour(ToDoubleFunction<IdleFigures.PerHour> value) {
    return idle -> value.applyAsDouble(idle.perHour);
  }

  private static DoubleFunction<String> text(String format) {
    return value -> Machine.text(format, value);
  }
}
