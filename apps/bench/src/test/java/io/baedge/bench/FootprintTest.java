package io.baedge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.bench.FootprintTable.Goal;
import io.baedge.bench.IdleFigures.Task;
import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintTest {
  private static final FootprintStage THEIRS = stage("Python + HTTP", true, 0);
  private static final FootprintStage OURS = stage("+ HTTP", false, 48 * 1024);

  private static FootprintStage stage(String name, boolean python, long limitKb) {
    return new FootprintStage(
        name,
        python,
        limitKb,
        false,
        _ -> {
          throw new AssertionError("nothing is started here");
        });
  }

  private static FootprintTable table(Map<String, Double> values, Goal goal) {
    var table = new FootprintTable(List.of(THEIRS, OURS));
    table.row("size", values, v -> v, v -> Machine.text("%.0f", v), goal);
    return table;
  }

  @Test
  void the_table_has_a_column_for_each_program_and_a_dash_where_nothing_was_measured() {
    assertThat(table(Map.of("+ HTTP", 7.0), Goal.NONE).toText().lines())
        .containsExactly("", "        Python + HTTP  + HTTP", "  size  -              7");
  }

  @Test
  void a_start_is_judged_by_the_counterpart_and_memory_by_the_limit_of_its_stage() {
    Map<String, Double> values = Map.of("Python + HTTP", 50_000.0, "+ HTTP", 45_000.0);
    assertThat(table(values, Goal.START).figures())
        .containsExactly(new Figure("size: + HTTP", "45000", "50000", "<= 0.8 x", Verdict.MISSED));
    assertThat(table(values, Goal.MEMORY).figures())
        .containsExactly(new Figure("size: + HTTP", "45000", "50000", "<= 48 MB", Verdict.MET));
    assertThat(table(Map.of("+ HTTP", 1.0), Goal.START).figures())
        .containsExactly(new Figure("size: + HTTP", "1", "", "", Verdict.NONE));
  }

  @Test
  void an_hour_is_what_was_seen_times_as_often_and_a_new_thread_counts_from_nothing() {
    var before = new IdleFigures(new TreeMap<>(Map.of(1L, new Task(5_000_000_000L, 10))), 0, 100);
    var after =
        new IdleFigures(
            new TreeMap<>(
                Map.of(1L, new Task(6_000_000_000L, 13), 2L, new Task(1_000_000_000L, 2))),
            4_096,
            150);
    assertThat(after.since(before, 36))
        .isEqualTo(new IdleFigures.PerHour(200, 500, 409_600, 5_000));
  }

  @Test
  void a_group_of_memory_is_found_and_read_in_both_versions(@TempDir Path root) throws Exception {
    Path old = Files.createDirectories(root.resolve("memory/a/b"));
    Files.writeString(old.resolve("memory.max_usage_in_bytes"), "4096\n");
    Files.writeString(old.resolve("memory.oom_control"), "under_oom 0\noom_kill 2\n");
    Path first = Files.writeString(root.resolve("v1"), "7:pids:/\n4:memory:/a/b\n0::/\n");
    assertThat(MemoryGroup.charge(first, root)).isEqualTo(new MemoryGroup.Charge(4_096, 2));

    Path scope = Files.createDirectories(root.resolve("system.slice/run-1.scope"));
    Files.writeString(scope.resolve("memory.peak"), "8192\n");
    Files.writeString(scope.resolve("memory.events"), "max 3\noom 1\noom_kill 1\n");
    Path second = Files.writeString(root.resolve("v2"), "0::/system.slice/run-1.scope\n");
    assertThat(MemoryGroup.charge(second, root)).isEqualTo(new MemoryGroup.Charge(8_192, 1));
  }
}
