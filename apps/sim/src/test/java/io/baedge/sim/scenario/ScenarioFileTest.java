package io.baedge.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.sim.chance.Spread;
import io.baedge.sim.venue.Air;
import io.baedge.sim.venue.Place;
import io.baedge.sim.venue.Wall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenarioFileTest {
  private static final String SMALL =
      """
      name: small
      badges: 3
      venue:
        rooms:
          - name: Hall
        access_points:
          - {name: ap-1, room: Hall}
      """;

  @Test
  void a_small_file_reads_with_defaults() {
    Scenario scenario = read(SMALL);

    assertThat(scenario.name()).isEqualTo("small");
    assertThat(scenario.fleet().badges()).isEqualTo(3);
    assertThat(scenario.fleet().spares()).isEqualTo(1);
    assertThat(scenario.timing()).isEqualTo(new Scenario.Timing(1_200_000, 180_000));
    assertThat(scenario.network().loss()).isZero();
    assertThat(scenario.trouble().mishaps()).isEmpty();
  }

  @Test
  void everything_in_the_file_is_taken_over() {
    Scenario scenario =
        read(
            SMALL
                + """
                faults_for: 10m
                quiet_end: 90s
                cadence: {sample_every: 2s, contact_every: 20s}
                network: {loss: 0.1, duplication: 0.2, reordering: 0.3, delay: 5ms..50ms}
                hub: {commit: 3ms..9ms, admissions_per_second: 7}
                mishaps:
                  - {kind: hub-killed, every: 3m, lasts: 5s..10s}
                  - {kind: access-point-cut, at: 2m, access_point: ap-1, lasts: 30s}
                """);

    assertThat(scenario.fleet().cadence().sampleEveryMs()).isEqualTo(2_000);
    assertThat(scenario.network().reordering()).isEqualTo(0.3);
    assertThat(scenario.network().delay()).isEqualTo(new Spread(5, 50));
    assertThat(scenario.hub().admissionsPerSecond()).isEqualTo(7);
    assertThat(scenario.trouble().mishaps())
        .containsExactly(
            MishapPlan.every(MishapKind.HUB_KILLED, 180_000, new Spread(5_000, 10_000)),
            new MishapPlan(
                MishapKind.ACCESS_POINT_CUT,
                Optional.of(Spread.of(120_000)),
                0,
                Spread.of(30_000),
                "ap-1"));
  }

  @Test
  void walls_air_capacity_batteries_crowd_and_demands_are_taken_over() {
    Scenario scenario =
        read(
            """
            name: full
            badges: 3
            venue:
              shadowing_db: 4
              rooms:
                - {name: Hall, air: hall}
              walls:
                - {x1_m: 1, y1_m: 2, x2_m: 3, y2_m: 4, db: 12}
              access_points:
                - {name: ap-1, room: Hall, capacity: 30}
            batteries: {capacity_mwh: 2000, drain_mw: 500, charge_below_percent: 20}
            crowd: {schedule: ../conference/schedule.json, foyer: Hall, opens_before: 1h}
            demand: [clock-jump]
            mishaps:
              - {kind: clock-jump, at: 2m..5m, lasts: 30s}
            """);

    assertThat(scenario.venue().rooms().getFirst().air()).isEqualTo(Air.HALL);
    assertThat(scenario.venue().walls())
        .containsExactly(new Wall(new Place(1, 2), new Place(3, 4), 12));
    assertThat(scenario.venue().accessPoints().getFirst().capacity()).isEqualTo(30);
    assertThat(scenario.fleet().batteries().percentPerHour()).isEqualTo(25);
    assertThat(scenario.fleet().crowd().schedule()).isEqualTo("../conference/schedule.json");
    assertThat(scenario.trouble().demanded()).containsExactly(MishapKind.CLOCK_JUMP);
    assertThat(scenario.trouble().mishaps().getFirst().at()).contains(new Spread(120_000, 300_000));
    assertThat(scenario.isFaultless()).isFalse();
    assertThat(read(SMALL).isFaultless()).isTrue();
  }

  @Test
  void a_demand_that_no_mishap_can_meet_is_refused() {
    assertThat(wrong(SMALL + "demand: [every-kind]\n"))
        .contains("demand")
        .contains("'hub-killed', which no mishap brings");
  }

  @Test
  void everything_wrong_is_told_at_once_with_its_place() {
    String sentences =
        wrong(
            """
            name: wrong
            badgs: 3
            faults_for: soon
            venue:
              rooms:
                - name: Hall
              access_points:
                - {name: ap-1, room: Hal}
            network: {loss: 0.7, duplication: 0.6}
            mishaps:
              - {kind: hub-kiled, every: 3m}
              - {kind: hub-killed}
              - {kind: access-point-cut, at: 2m, access_point: ap-9}
            """);

    assertThat(sentences.lines())
        .anySatisfy(line -> assertThat(line).contains("line 2").contains("did you mean 'badges'?"))
        .anySatisfy(line -> assertThat(line).contains("badges is missing"))
        .anySatisfy(line -> assertThat(line).contains("line 3").contains("'soon'"))
        .anySatisfy(line -> assertThat(line).contains("line 8").contains("did you mean 'Hall'?"))
        .anySatisfy(line -> assertThat(line).contains("network.loss").contains("above 1"))
        .anySatisfy(line -> assertThat(line).contains("did you mean 'hub-killed'?"))
        .anySatisfy(line -> assertThat(line).contains("line 12").contains("exactly one"))
        .anySatisfy(line -> assertThat(line).contains("line 13").contains("'ap-9'"));
  }

  @Test
  void text_that_is_no_yaml_is_one_sentence() {
    assertThat(wrong("name: [")).contains("YAML").doesNotContain("\n");
  }

  @Test
  void a_venue_without_rooms_is_refused() {
    assertThat(wrong("name: x\nbadges: 1\n"))
        .contains("venue.rooms must list at least one room")
        .contains("venue.access_points must list");
  }

  @Test
  void durations_are_read_and_written_the_same() {
    for (String text : List.of("150ms", "20s", "3m", "8h", "0s")) {
      assertThat(Durations.text(Durations.parse(text).orElseThrow())).isEqualTo(text);
    }
    assertThat(Durations.parse("3 days")).isEmpty();
    assertThat(Durations.parseSpread("9s..3s")).isEmpty();
    assertThat(Durations.clock(3_723_004)).isEqualTo("1:02:03.004");
  }

  private static Scenario read(String text) {
    return switch (ScenarioFile.read(text)) {
      case ScenarioFile.Outcome.Read(Scenario scenario) -> scenario;
      case ScenarioFile.Outcome.Wrong wrong -> throw new AssertionError(wrong.sentences());
    };
  }

  private static String wrong(String text) {
    return switch (ScenarioFile.read(text)) {
      case ScenarioFile.Outcome.Read(Scenario scenario) ->
          throw new AssertionError("was taken: " + scenario);
      case ScenarioFile.Outcome.Wrong wrong -> wrong.sentences();
    };
  }
}
