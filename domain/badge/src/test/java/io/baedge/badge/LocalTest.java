package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.local.LocalView;
import io.baedge.model.telemetry.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalTest {
  private static final LocalAnswer DONE = new LocalAnswer.Done();

  private final Bench bench = new Bench(31);

  @BeforeEach
  void owned() {
    bench.hub.desired = Optional.of(Wanted.revision(5).build());
    bench.start().run(600_000);
  }

  private LocalAnswer answer(LocalCommand command) {
    long request = bench.ask(command);
    bench.run(1_000);
    return bench.answers.get(request);
  }

  @Test
  void every_screen_of_the_original_can_be_written() {
    for (String name : List.of("baedge", "hardware", "nomad", "wearer", "scale")) {
      assertThat(answer(new LocalCommand.WriteScreen(name))).as(name).isEqualTo(DONE);
    }
    bench.run(600_000);
  }

  @Test
  void scale_is_the_conference_screen() {
    answer(new LocalCommand.WriteScreen("scale"));
    bench.run(5_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("conference");
  }

  @Test
  void an_unknown_screen_is_rejected_and_names_are_case_sensitive() {
    assertThat(answer(new LocalCommand.WriteScreen("WEARER")))
        .isEqualTo(new LocalAnswer.Rejected("Cannot load screen `WEARER`"));
    assertThat(bench.view().local().choice()).isEmpty();
  }

  @Test
  void the_answer_comes_when_the_picture_is_made_not_before() {
    bench.composerAnswers = false;
    long request = bench.ask(new LocalCommand.WriteScreen("nomad"));
    bench.run(1_000);
    assertThat(bench.answers).doesNotContainKey(request);
    BadgeEffect.Compose compose = bench.effects(BadgeEffect.Compose.class).getLast();
    bench.tell(
        new BadgeEvent.Composed(compose.request(), Bench.draw(compose.picture()), Bench.report()));
    assertThat(bench.answers.get(request)).isEqualTo(DONE);
  }

  @Test
  void a_newer_wish_answers_the_older_one_too() {
    bench.composerAnswers = false;
    long first = bench.ask(new LocalCommand.WriteScreen("nomad"));
    bench.composerAnswers = true;
    long second = bench.ask(new LocalCommand.WriteScreen("hardware"));
    bench.run(100);
    assertThat(bench.answers.get(first)).isEqualTo(DONE);
    assertThat(bench.answers.get(second)).isEqualTo(DONE);
  }

  @Test
  void with_a_broken_panel_the_answer_tells_the_truth() {
    bench.panelFault = "BUSY stays high";
    answer(new LocalCommand.WriteScreen("nomad"));
    assertThat(answer(new LocalCommand.WriteScreen("hardware")))
        .isEqualTo(new LocalAnswer.PanelBroken("BUSY stays high"));
  }

  @Test
  void a_button_shows_its_screen_and_pressed_again_releases_it() {
    assertThat(answer(new LocalCommand.ButtonPressed(3))).isEqualTo(DONE);
    bench.run(5_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("conference");
    assertThat(answer(new LocalCommand.ButtonPressed(3))).isEqualTo(DONE);
    bench.run(200_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("wearer");
    assertThat(bench.hub.stored.get(1L).values().stream().map(s -> s.reading()))
        .contains(new Reading.Event("button", "3"));
  }

  @Test
  void a_held_button_goes_from_screen_to_screen_and_another_ends_it() {
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      assertThat(answer(new LocalCommand.ButtonPressed(2, true))).isEqualTo(DONE);
      bench.run(5_000);
      seen.add(bench.view().screen().glass().screen());
    }
    assertThat(seen).containsExactly("wearer", "schedule", "conference", "hardware", "wearer");
    answer(new LocalCommand.ButtonPressed(4));
    bench.run(5_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("hardware");
    assertThat(answer(new LocalCommand.ButtonPressed(3, true))).isEqualTo(DONE);
    bench.run(200_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("wearer");
    assertThat(bench.view().local().choice()).isEmpty();
    assertThat(bench.hub.stored.get(1L).values().stream().map(s -> s.reading()))
        .contains(new Reading.Event("button", "3 held"));
  }

  @Test
  void a_held_button_shows_which_badge_it_is_for_half_a_minute() {
    assertThat(answer(new LocalCommand.ButtonPressed(1, true))).isEqualTo(DONE);
    bench.run(5_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("identify");
    bench.run(60_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("wearer");
  }

  @Test
  void a_held_button_draws_the_same_picture_anew() {
    long before = bench.view().screen().counters().refreshes();
    assertThat(answer(new LocalCommand.ButtonPressed(4, true))).isEqualTo(DONE);
    bench.run(30_000);
    assertThat(bench.view().screen().counters().refreshes()).isGreaterThan(before);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("wearer");
  }

  @Test
  void a_button_without_a_screen_is_rejected() {
    assertThat(answer(new LocalCommand.ButtonPressed(9)))
        .isEqualTo(new LocalAnswer.Rejected("there is no button 9; there are buttons 1 to 4"));
    assertThat(answer(new LocalCommand.ButtonPressed(0))).isInstanceOf(LocalAnswer.Rejected.class);
  }

  @Test
  void a_released_screen_gives_way_to_the_hubs() {
    answer(new LocalCommand.WriteScreen("nomad"));
    bench.run(5_000);
    assertThat(answer(new LocalCommand.ReleaseScreen())).isEqualTo(DONE);
    bench.run(5_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("wearer");
  }

  @Test
  void a_choice_survives_a_restart_with_the_time_it_had_left() {
    answer(new LocalCommand.WriteScreen("nomad"));
    bench.run(300_000);
    bench.powerCut();
    bench.start().run(5_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("nomad");
    bench.run(600_000);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("wearer");
  }

  @Test
  void values_are_put_with_their_age_and_taken_away_by_an_empty_one() {
    assertThat(answer(new LocalCommand.PutValue("room.temperature", "21"))).isEqualTo(DONE);
    bench.run(9_000);
    assertThat(bench.view().local().values())
        .containsExactly(new LocalView.PutValue("room.temperature", "21", 10_000));
    answer(new LocalCommand.PutValue("room.temperature", ""));
    assertThat(bench.view().local().values()).isEmpty();
  }

  @Test
  void values_survive_a_restart_but_not_a_hand_over() {
    answer(new LocalCommand.PutValue("mood", "curious"));
    bench.powerCut();
    bench.start().run(1_000);
    assertThat(bench.view().local().values())
        .containsExactly(new LocalView.PutValue("mood", "curious", -1));
    Wanted other = Wanted.revision(6);
    other.wearer = "Grace";
    bench.tell(new BadgeEvent.Heard(other.build()));
    assertThat(bench.view().local().values()).isEmpty();
  }

  @Test
  void bad_values_are_rejected_with_a_sentence() {
    List<LocalCommand.PutValue> bad =
        List.of(
            new LocalCommand.PutValue("", "x"),
            new LocalCommand.PutValue("Upper", "x"),
            new LocalCommand.PutValue("a.b.c.d", "x"),
            new LocalCommand.PutValue("a".repeat(70), "x"),
            new LocalCommand.PutValue("a", "x".repeat(301)),
            new LocalCommand.PutValue("a", "two\nlines"));
    for (LocalCommand.PutValue command : bad) {
      assertThat(answer(command)).isInstanceOf(LocalAnswer.Rejected.class);
    }
    assertThat(bench.view().local().values()).isEmpty();
  }

  @Test
  void there_are_at_most_64_values() {
    for (int i = 0; i < 64; i++) {
      assertThat(answer(new LocalCommand.PutValue("v" + i, "x"))).isEqualTo(DONE);
    }
    assertThat(answer(new LocalCommand.PutValue("one-more", "x")))
        .isInstanceOf(LocalAnswer.Rejected.class);
    assertThat(answer(new LocalCommand.PutValue("v3", "y"))).isEqualTo(DONE);
  }

  @Test
  void values_put_every_second_do_not_wear_out_the_card() {
    bench.effects.clear();
    for (int i = 0; i < 600; i++) {
      answer(new LocalCommand.PutValue("clock", "tick " + i));
    }
    long saved =
        bench.effects(BadgeEffect.Save.class).stream()
            .filter(s -> s.name().equals(BadgeMemory.LOCAL))
            .count();
    assertThat(saved).isBetween(9L, 11L);
  }

  @Test
  void a_stopping_badge_answers_who_still_waits() {
    bench.composerAnswers = false;
    List<Long> requests = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      requests.add(bench.ask(new LocalCommand.WriteScreen(i % 2 == 0 ? "nomad" : "hardware")));
    }
    assertThat(bench.answers).hasSize(6);
    bench.tell(new BadgeEvent.Stopping());
    assertThat(bench.answers.keySet()).containsAll(requests);
  }
}
