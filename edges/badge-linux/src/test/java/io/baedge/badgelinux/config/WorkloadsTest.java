package io.baedge.badgelinux.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.work.Workload;
import io.baedge.model.tier.PowerTier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WorkloadsTest {
  private static BadgeConfigReader.Result read(String yaml) {
    return new BadgeConfigReader(Map.of(), Map.of()).read(yaml, "badge.yaml");
  }

  private static Workloads usable(String yaml) {
    return switch (read(yaml)) {
      case BadgeConfigReader.Result.Usable usable -> usable.config().workloads();
      case BadgeConfigReader.Result.Wrong(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private static String wrong(String yaml) {
    return switch (read(yaml)) {
      case BadgeConfigReader.Result.Usable usable -> throw new AssertionError(usable);
      case BadgeConfigReader.Result.Wrong(String sentence) -> sentence;
    };
  }

  @Test
  void without_the_list_nothing_runs_beside_the_badge() {
    assertThat(usable("site: main\n")).isEqualTo(Workloads.NONE);
  }

  @Test
  void commands_and_units_are_read_with_their_rules() {
    Workloads read =
        usable(
            """
            workloads:
              - name: game
                start: [/usr/bin/game, --port, 8080]
                stop: [/usr/bin/game, quit]
                stop_on_client_after: 30m
                when_back: manual
                tiers: [full, saver]
                restart: {when: always, most: 3, base: 2s, cap: 5m}
              - name: sensor
                unit: sensor.service
            """);
    Workload game = read.workloads().getFirst();
    assertThat(game.stopAfterMs()).isEqualTo(1_800_000);
    assertThat(game.back()).isEqualTo(Workload.Back.MANUAL);
    assertThat(game.tiers()).containsExactly(PowerTier.FULL, PowerTier.SAVER);
    assertThat(game.restart())
        .isEqualTo(new Workload.Restart(Workload.When.ALWAYS, 3, 2_000, 300_000));
    assertThat(read.workloads().get(1)).isEqualTo(Workload.of("sensor"));
    assertThat(read.commands().getFirst().start())
        .isEqualTo(List.of("/usr/bin/game", "--port", "8080"));
    assertThat(read.commands().get(1).unit()).isEqualTo("sensor.service");
  }

  @Test
  void mistakes_are_told_by_field_and_all_at_once() {
    assertThat(
            wrong(
                """
                workloads:
                  - name: Not A Name
                    start: [a]
                  - name: b
                  - name: c
                    unit: not a unit
                  - name: d
                    start: [d]
                    stop_on_client_after: soon
                    tiers: [fool]
                    restart: {when: perhaps}
                    stopp: [x]
                """))
        .contains("workloads[0].name is 'Not A Name'")
        .contains("workloads[1].start is needed as a list")
        .contains("workloads[2].unit is 'not a unit'; it must be a unit of systemd")
        .contains("workloads[3].stop_on_client_after is 'soon'; it must be a duration")
        .contains("workloads[3].tiers has 'fool'")
        .contains("workloads[3].restart.when is 'perhaps'; use always, on-failure or never")
        .contains("workloads[3].stopp is unknown here");
    assertThat(wrong("workloads: [{name: a, start: [x]}, {name: a, start: [y]}]"))
        .contains("workloads[1].name is 'a' a second time");
    assertThat(wrong("workloads: [{name: a, start: /bin/sh -c x}]"))
        .contains("workloads[0].start must be a list");
    assertThat(wrong("workloads: [{start: [x]}]")).contains("workloads[0].name is missing");
  }
}
