package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.work.WorkView;
import io.baedge.badge.work.Workload;
import io.baedge.model.doc.Doc;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Workloads as part of a badge: its hub, its tiers, its card. */
class BadgeWorkTest {
  private static final long MINUTE = 60_000;

  private final Bench bench = new Bench(5);

  private void workloads(Workload... workloads) {
    bench.settings =
        bench.settings.withBounds(BadgeSettings.Bounds.DEFAULT.withWorkloads(List.of(workloads)));
  }

  private WorkView.State game() {
    return bench.view().work().items().getFirst().state();
  }

  @Test
  void a_workload_runs_without_the_hub_until_its_time_and_again_when_the_hub_is_back() {
    workloads(Workload.of("game").stoppedAfter(20 * MINUTE, Workload.Back.START));
    bench.start().run(30 * MINUTE);
    bench.hubUp = false;
    bench.drop();
    bench.run(19 * MINUTE);
    assertThat(bench.workRunning).containsKey("game");
    bench.run(2 * MINUTE);
    assertThat(bench.workRunning).isEmpty();
    assertThat(game()).isEqualTo(WorkView.State.STOPPED);
    bench.hubUp = true;
    bench.run(5 * MINUTE);
    assertThat(bench.workRunning).containsKey("game");
    assertThat(bench.effects(BadgeEffect.Log.class))
        .extracting(BadgeEffect.Log::text)
        .contains("workload game is stopped: the hub has been silent for 1200 s");
  }

  @Test
  void a_power_cut_does_not_give_a_workload_more_time_without_the_hub() {
    bench.boot = "boot-1";
    workloads(Workload.of("game").stoppedAfter(20 * MINUTE, Workload.Back.START));
    bench.start().run(5 * MINUTE);
    bench.hubUp = false;
    bench.drop();
    bench.run(16 * MINUTE);
    bench.powerCut();
    bench.workRunning.clear();
    bench.boot = "boot-2";
    bench.start().run(MINUTE);
    assertThat(bench.workRunning).containsKey("game");
    bench.run(5 * MINUTE);
    assertThat(bench.workRunning).isEmpty();
  }

  @Test
  void a_low_battery_stops_workloads() {
    workloads(Workload.of("game"));
    bench.start().run(MINUTE);
    assertThat(bench.workRunning).containsKey("game");
    bench.battery = 4;
    bench.run(30 * MINUTE);
    assertThat(bench.workRunning).isEmpty();
    assertThat(bench.view().work().items().getFirst().reason()).startsWith("power tier ");
  }

  @Test
  void the_hub_is_told_what_runs() {
    workloads(Workload.of("game"), Workload.of("sensor"));
    bench.start().run(MINUTE);
    Doc.Fields state = bench.hub.reported.orElseThrow().state();
    assertThat(state.values().get("work"))
        .isEqualTo(
            Doc.fields()
                .put("game", Doc.fields().put("state", "running").build())
                .put("sensor", Doc.fields().put("state", "running").build())
                .build());
  }
}
