package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.screen.PictureRequest;
import io.baedge.badge.screen.RefreshKind;
import io.baedge.badge.screen.ScreenView;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import io.baedge.model.message.Command;
import io.baedge.model.message.Decider;
import io.baedge.model.telemetry.Reading;
import io.baedge.screen.compose.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final long MINUTE = 60_000;

  private final Bench bench = new Bench(11);
  private long n = 1;

  private Bench owned() {
    bench.hub.desired = Optional.of(Wanted.revision(n).build());
    bench.start().run(10 * MINUTE);
    return bench;
  }

  private void wants(java.util.function.Consumer<Wanted> change) {
    Wanted wanted = Wanted.revision(++n);
    change.accept(wanted);
    bench.hub.desired = Optional.of(wanted.build());
    bench.tell(new BadgeEvent.Heard(wanted.build()));
  }

  private long wallMs() {
    return bench.now().wallMs();
  }

  private PictureRequest asked() {
    return bench.effects(BadgeEffect.Compose.class).getLast().picture();
  }

  private String on() {
    return bench.view().screen().glass().screen();
  }

  private Decider decider() {
    return bench.view().screen().glass().decider();
  }

  private void command(Command.Kind kind) {
    bench.tell(new BadgeEvent.Heard(new Command("c" + ++n, kind, 60_000)));
  }

  @Test
  void a_device_that_nobody_owns_shows_its_claim_code() {
    bench.start().run(5_000);
    assertThat(on()).isEqualTo("claim");
    assertThat(asked().values().get("claim.code")).contains("abcdef");
  }

  @Test
  void a_badge_shows_its_wearer_as_soon_as_it_is_handed_out() {
    bench.start().run(10 * MINUTE);
    wants(w -> w.wearer = "Grace");
    bench.run(3_000);
    assertThat(on()).isEqualTo("wearer");
    assertThat(asked().values().get("wearer.name")).contains("Grace");
    assertThat(asked().values().get("badge.id")).contains("b1");
  }

  @Test
  void a_replaced_device_says_so_whatever_was_chosen_there() {
    owned();
    bench.ask(new LocalCommand.WriteScreen("schedule"));
    bench.run(MINUTE);
    wants(
        w -> {
          w.ownership = Ownership.REPLACED;
          w.badge = "";
          w.wearer = "";
        });
    bench.run(5_000);
    assertThat(on()).isEqualTo("replaced");
    assertThat(asked().values().get("wearer.name")).isEmpty();
    long late = bench.ask(new LocalCommand.WriteScreen("schedule"));
    bench.run(5_000);
    assertThat(on()).isEqualTo("replaced");
    assertThat(bench.answers.get(late)).isEqualTo(new LocalAnswer.Done());
  }

  @Test
  void a_badge_that_lives_alone_shows_its_first_screen_or_its_own_wearer() {
    bench.settings = BadgeSettings.of(Bench.DEVICE, bench.settings.facts(), Bench.PANEL, List.of());
    bench.start().run(5_000);
    assertThat(on()).isEqualTo("baedge");
    var other = new Bench(12);
    other.settings = bench.settings.withTexts(Values.of(Map.of("wearer.name", "Alan Kay")));
    other.start().run(5_000);
    assertThat(other.view().screen().glass().screen()).isEqualTo("wearer");
  }

  @Test
  void own_texts_of_the_device_never_mix_with_the_card_of_another_wearer() {
    bench.settings =
        bench.settings.withTexts(
            Values.of(Map.of("wearer.title", "Own title", "nomad.address", "10.0.0.1:2343")));
    owned();
    assertThat(asked().values().get("wearer.title")).isEmpty();
    assertThat(asked().values().get("nomad.address")).contains("10.0.0.1:2343");
  }

  @Test
  void the_highest_with_a_say_decides_and_gives_way_when_its_time_is_over() {
    owned();
    assertThat(decider()).isEqualTo(Decider.DEFAULT);
    wants(w -> w.push = Optional.of(new Push("conference", wallMs() + 40 * MINUTE)));
    bench.run(5_000);
    assertThat(on()).isEqualTo("conference");
    assertThat(decider()).isEqualTo(Decider.PUSH);
    bench.ask(new LocalCommand.ButtonPressed(2));
    bench.run(5_000);
    assertThat(on()).isEqualTo("schedule");
    assertThat(decider()).isEqualTo(Decider.LOCAL);
    command(Command.Kind.IDENTIFY);
    bench.run(5_000);
    assertThat(decider()).isEqualTo(Decider.IDENTIFY);
    Announcement fire = new Announcement("a1", "Please leave", "now", wallMs() + 5 * MINUTE);
    wants(
        w -> {
          w.push = Optional.of(new Push("conference", wallMs() + 40 * MINUTE));
          w.announcement = Optional.of(fire);
        });
    bench.run(5_000);
    assertThat(decider()).isEqualTo(Decider.ANNOUNCEMENT);
    assertThat(asked().values().get("announcement.title")).contains("Please leave");
    bench.run(5 * MINUTE);
    assertThat(decider()).isEqualTo(Decider.LOCAL);
    bench.run(10 * MINUTE);
    assertThat(decider()).isEqualTo(Decider.PUSH);
    bench.run(40 * MINUTE);
    assertThat(decider()).isEqualTo(Decider.DEFAULT);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void identify_lasts_thirty_seconds_and_the_name_comes_back_at_once() {
    owned();
    command(Command.Kind.IDENTIFY);
    bench.run(29_000);
    assertThat(on()).isEqualTo("identify");
    bench.run(5_000);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void a_local_choice_is_held_for_ten_minutes() {
    owned();
    bench.ask(new LocalCommand.WriteScreen("hardware"));
    bench.run(9 * MINUTE);
    assertThat(on()).isEqualTo("hardware");
    assertThat(bench.view().screen().glass().untilMonoMs()).isPositive();
    bench.run(MINUTE + 5_000);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void a_cleared_glass_is_white_for_the_hold_time_and_needs_no_composer() {
    owned();
    int composed = bench.effects(BadgeEffect.Compose.class).size();
    long request = bench.ask(new LocalCommand.ClearGlass());
    assertThat(bench.answers.get(request)).isEqualTo(new LocalAnswer.Done());
    assertThat(bench.effects(BadgeEffect.Compose.class)).hasSize(composed);
    byte[] pixels = bench.effects(BadgeEffect.Refresh.class).getLast().frame().pixels();
    assertThat(pixels).containsOnly(0);
    bench.run(11 * MINUTE);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void an_unchanged_picture_is_not_drawn_again() {
    owned();
    int refreshes = bench.refreshedAtMs.size();
    for (int i = 0; i < 20; i++) {
      wants(w -> w.cadence = new io.baedge.model.desired.Cadence(5_000 + n, 15_000, 10_000, 0));
      bench.run(5 * MINUTE);
    }
    assertThat(bench.refreshedAtMs).hasSize(refreshes);
    assertThat(bench.effects(BadgeEffect.Compose.class)).hasSizeLessThan(6);
  }

  @Test
  void after_a_restart_the_stored_picture_stays_on_the_glass() {
    owned();
    int refreshes = bench.refreshedAtMs.size();
    String hash = bench.view().screen().glass().hash();
    bench.powerCut();
    bench.hubUp = false;
    bench.start();
    assertThat(bench.view().screen().glass().hash()).isEqualTo(hash);
    assertThat(bench.view().screen().frame().orElseThrow().hash()).isEqualTo(hash);
    bench.run(30 * MINUTE);
    assertThat(bench.refreshedAtMs).hasSize(refreshes);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void a_power_cut_during_a_refresh_is_repaired_at_the_next_start() {
    owned();
    bench.ask(new LocalCommand.WriteScreen("hardware"));
    bench.run(500);
    bench.powerCut();
    bench.start().run(5_000);
    assertThat(bench.onGlass()).isNotNull();
    assertThat(bench.view().screen().work()).isEqualTo(ScreenView.Work.SETTLED);
  }

  @Test
  void actions_of_people_pass_at_once_until_their_budget_is_used() {
    owned();
    bench.refreshedAtMs.clear();
    for (int i = 0; i < 14; i++) {
      bench.ask(new LocalCommand.ButtonPressed(1 + i % 4));
      bench.run(10_000);
    }
    assertThat(bench.refreshedAtMs).hasSizeBetween(10, 12);
    bench.run(10 * MINUTE);
    bench.refreshedAtMs.clear();
    bench.ask(new LocalCommand.WriteScreen("hardware"));
    bench.run(5_000);
    assertThat(bench.refreshedAtMs).hasSize(1);
  }

  @Test
  void automatic_changes_keep_the_panels_interval_and_the_newest_wins() {
    owned();
    bench.refreshedAtMs.clear();
    for (int i = 0; i < 60; i++) {
      bench.ask(new LocalCommand.PutValue("queue", "waiting " + i));
      bench.run(10_000);
    }
    bench.run(4 * MINUTE);
    List<Long> at = bench.refreshedAtMs;
    assertThat(at).hasSizeBetween(3, 5);
    for (int i = 1; i < at.size(); i++) {
      assertThat(at.get(i) - at.get(i - 1)).isGreaterThanOrEqualTo(180_000);
    }
    assertThat(asked().values().get("value.queue")).contains("waiting 59");
    assertThat(bench.onGlass()).isEqualTo(Bench.draw(asked()).hash());
  }

  @Test
  void while_the_panel_is_busy_only_the_newest_picture_waits() {
    owned();
    bench.refreshedAtMs.clear();
    for (int number = 1; number <= 4; number++) {
      bench.ask(new LocalCommand.ButtonPressed(number));
      bench.run(100);
    }
    bench.run(10_000);
    assertThat(bench.refreshedAtMs).hasSize(2);
    assertThat(on()).isEqualTo("hardware");
  }

  @Test
  void a_failing_panel_is_tried_again_later_and_later_but_not_for_ever() {
    owned();
    bench.panelFault = "BUSY stays high";
    bench.ask(new LocalCommand.WriteScreen("hardware"));
    bench.run(60 * MINUTE);
    assertThat(bench.view().screen().counters().failures()).isEqualTo(5);
    assertThat(bench.view().screen().work()).isEqualTo(ScreenView.Work.BROKEN);
    assertThat(bench.view().screen().problem()).contains("BUSY stays high");
    assertThat(bench.view().screen().glass().hash()).isEmpty();
    bench.panelFault = "";
    bench.ask(new LocalCommand.WriteScreen("nomad"));
    bench.run(5_000);
    assertThat(on()).isEqualTo("nomad");
    assertThat(bench.view().screen().problem()).isEmpty();
  }

  @Test
  void a_panel_that_recovers_gets_the_newest_picture() {
    owned();
    bench.panelFault = "BUSY stays high";
    bench.ask(new LocalCommand.WriteScreen("hardware"));
    bench.run(6_000);
    bench.panelFault = "";
    bench.run(35_000);
    assertThat(on()).isEqualTo("hardware");
    assertThat(bench.onGlass()).isEqualTo(bench.view().screen().glass().hash());
  }

  @Test
  void a_panel_that_never_answers_counts_as_failed() {
    bench.panelAnswers = false;
    bench.start().run(MINUTE);
    assertThat(bench.view().screen().work()).isEqualTo(ScreenView.Work.REFRESHING);
    bench.run(MINUTE + 1_000);
    assertThat(bench.view().screen().counters().failures()).isEqualTo(1);
    bench.panelAnswers = true;
    bench.run(MINUTE);
    assertThat(bench.view().screen().work()).isEqualTo(ScreenView.Work.SETTLED);
  }

  @Test
  void a_picture_of_the_wearer_before_never_reaches_the_glass_after_a_handover() {
    owned();
    bench.panelFault = "BUSY stays high";
    wants(w -> w.wearer = "Grace");
    bench.run(1_000);
    bench.composerAnswers = false;
    wants(w -> w.wearer = "Hedy");
    bench.panelFault = "";
    bench.effects.clear();
    bench.run(20_000);
    assertThat(bench.effects(BadgeEffect.Refresh.class)).isEmpty();
    bench.composerAnswers = true;
    bench.run(5 * MINUTE);
    assertThat(asked().values().get("wearer.name")).contains("Hedy");
    assertThat(bench.onGlass()).isEqualTo(Bench.draw(asked()).hash());
  }

  @Test
  void a_composer_that_fails_is_asked_again_and_the_old_picture_stays() {
    owned();
    String before = bench.onGlass();
    bench.composeFault = "the layout is broken";
    long request = bench.ask(new LocalCommand.WriteScreen("nomad"));
    bench.run(5_000);
    assertThat(bench.answers.get(request))
        .isEqualTo(
            new LocalAnswer.PanelBroken("screen nomad cannot be drawn: the layout is broken"));
    assertThat(bench.onGlass()).isEqualTo(before);
    bench.composeFault = "";
    bench.run(2 * MINUTE);
    assertThat(on()).isEqualTo("nomad");
  }

  @Test
  void redraw_cleans_the_glass_with_the_same_picture() {
    owned();
    String before = bench.onGlass();
    command(Command.Kind.REDRAW);
    bench.run(5_000);
    BadgeEffect.Refresh last = bench.effects(BadgeEffect.Refresh.class).getLast();
    assertThat(last.kind()).isEqualTo(RefreshKind.CLEANING);
    assertThat(bench.onGlass()).isEqualTo(before);
  }

  @Test
  void the_schedule_follows_the_clock_only_when_the_clock_is_right() {
    owned();
    long start = wallMs() + 30 * MINUTE;
    List<Session> sessions =
        List.of(
            new Session("Main hall", "Keynote", "Ada", start, start + 60 * MINUTE),
            new Session("Cellar", "Caves", "", start + 60 * MINUTE, start + 90 * MINUTE));
    wants(
        w -> {
          w.sessions = sessions;
          w.screen = "schedule";
        });
    bench.run(MINUTE);
    assertThat(asked().values().get("schedule.now.title")).isEmpty();
    assertThat(asked().values().get("schedule.next[0].title")).contains("Keynote");
    assertThat(asked().values().get("schedule.next[1].room")).contains("Cellar");
    int composed = bench.effects(BadgeEffect.Compose.class).size();
    bench.run(28 * MINUTE);
    assertThat(bench.effects(BadgeEffect.Compose.class)).hasSize(composed);
    bench.run(2 * MINUTE);
    assertThat(asked().values().get("schedule.now.title")).contains("Keynote");
    assertThat(asked().values().get("schedule.now.time").orElseThrow()).matches("..:..–..:..");
    assertThat(asked().values().get("schedule.next[0].title")).contains("Caves");
    // A clock that is not kept right any more runs on as it was.
    bench.wallSynced = false;
    bench.run(MINUTE);
    assertThat(asked().values().get("schedule.now.title")).contains("Keynote");
  }

  @Test
  void times_are_those_of_the_venue() {
    bench.hub.desired = Optional.empty();
    long start = Bench.WALL_AT_ZERO_MS + MINUTE;
    n++;
    Wanted wanted = Wanted.revision(n);
    wanted.sessions = List.of(new Session("", "T", "", start, start + MINUTE));
    wanted.zone = "Asia/Tokyo";
    bench.hub.desired = Optional.of(wanted.build());
    bench.start().run(10_000);
    // 2025-06-15 15:07:40 UTC is past midnight in Tokyo.
    assertThat(asked().values().get("schedule.next[0].time")).contains("00:07");
  }

  @Test
  void with_a_wrong_clock_the_hubs_word_stands_until_the_hub_takes_it_back() {
    bench.wallSynced = false;
    owned();
    wants(w -> w.push = Optional.of(new Push("conference", 1)));
    bench.run(5_000);
    assertThat(on()).isEqualTo("conference");
    wants(_ -> {});
    bench.run(5_000);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void a_new_picture_is_recorded_and_reported() {
    owned();
    bench.ask(new LocalCommand.WriteScreen("nomad"));
    bench.run(30_000);
    assertThat(bench.hub.stored.get(1L).values())
        .anyMatch(s -> s.reading().equals(new Reading.Event("screen", "nomad")));
    assertThat(bench.hub.reported.orElseThrow().glass().screen()).isEqualTo("nomad");
    assertThat(bench.hub.frameHash).isEqualTo(bench.onGlass());
  }

  @Test
  void the_battery_on_a_screen_changes_in_steps() {
    owned();
    int composed = bench.effects(BadgeEffect.Compose.class).size();
    bench.battery = 78;
    bench.run(MINUTE);
    assertThat(bench.effects(BadgeEffect.Compose.class)).hasSize(composed);
    bench.battery = 70;
    bench.run(MINUTE);
    assertThat(asked().values().get("hardware.battery")).contains("70 %");
  }

  @Test
  void an_own_screen_can_be_shown_as_soon_as_it_is_known_and_is_drawn_anew_when_it_changes() {
    owned();
    long early = bench.ask(new LocalCommand.WriteScreen("lunch"));
    bench.run(MINUTE);
    assertThat(bench.answers.get(early)).isInstanceOf(LocalAnswer.Rejected.class);
    bench.tell(new BadgeEvent.ScreensChanged(List.of("wearer", "lunch"), List.of()));
    bench.ask(new LocalCommand.WriteScreen("lunch"));
    bench.run(MINUTE);
    assertThat(on()).isEqualTo("lunch");
    long edition = asked().edition();
    bench.tell(new BadgeEvent.ScreensChanged(List.of("wearer", "lunch"), List.of("a is wrong")));
    bench.run(MINUTE);
    assertThat(asked().screen()).isEqualTo("lunch");
    assertThat(asked().edition()).isGreaterThan(edition);
    long told =
        bench.effects(BadgeEffect.Log.class).stream()
            .filter(log -> log.text().equals("a is wrong"))
            .count();
    assertThat(told).isEqualTo(1);
  }
}
