package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A badge without a clock chip: wrong at boot, jumping while it runs, right later. */
class ClockTest {
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;
  private static final long YEAR = 365 * DAY;

  private final Bench bench = new Bench(11);

  private void wants(Consumer<Wanted> change) {
    Wanted wanted = Wanted.revision(5);
    change.accept(wanted);
    bench.hub.desired = Optional.of(wanted.build());
  }

  private void programme(Wanted wanted) {
    long start = bench.trueWallMs() - 10 * MINUTE;
    wanted.screen = "schedule";
    wanted.sessions =
        List.of(
            new Session("Hall", "Keynote", "Ada", start, start + 60 * MINUTE),
            new Session("Cellar", "Caves", "", start + 60 * MINUTE, start + 90 * MINUTE));
  }

  private String value(String key) {
    return bench
        .effects(BadgeEffect.Compose.class)
        .getLast()
        .picture()
        .values()
        .get(key)
        .orElse("");
  }

  private String on() {
    return bench.view().screen().glass().screen();
  }

  private void startIn1970() {
    bench.wallSynced = false;
    bench.wallWrongByMs = -Bench.WALL_AT_ZERO_MS;
    bench.start().run(MINUTE);
  }

  @Test
  void in_1970_the_programme_is_shown_without_a_session_that_runs_now() {
    wants(this::programme);
    startIn1970();
    assertThat(on()).isEqualTo("schedule");
    assertThat(value("schedule.now.title")).isEmpty();
    assertThat(value("schedule.next[0].title")).isEqualTo("Keynote");
    assertThat(value("schedule.next[1].title")).isEqualTo("Caves");
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.NONE);
  }

  @Test
  void the_hubs_time_tells_what_runs_now_although_the_badge_lives_in_1970() {
    wants(this::programme);
    startIn1970();
    bench.hubTellsTime(400);
    bench.run(5 * MINUTE);
    assertThat(value("schedule.now.title")).isEqualTo("Keynote");
    assertThat(value("schedule.next[0].title")).isEqualTo("Caves");
    ClockView clock = bench.view().clock();
    assertThat(clock.source()).isEqualTo(ClockView.Source.HUB);
    assertThat(clock.wallMs()).isCloseTo(bench.trueWallMs(), within(200));
    assertThat(clock.errorMs()).isBetween(200L, 300L);
    assertThat(clock.systemAheadMs()).isLessThan(-50 * YEAR);
  }

  @Test
  void the_hubs_time_is_carried_over_a_restart_of_the_program_but_not_of_the_board() {
    wants(this::programme);
    bench.boot = "boot-1";
    startIn1970();
    bench.hubTellsTime(400);
    bench.run(MINUTE);
    bench.hubUp = false;
    bench.powerCut();
    bench.start().run(5 * MINUTE);
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.HUB);
    assertThat(value("schedule.now.title")).isEqualTo("Keynote");
    bench.powerCut();
    bench.boot = "boot-2";
    bench.start().run(5 * MINUTE);
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.NONE);
    assertThat(value("schedule.now.title")).isEmpty();
  }

  @Test
  void an_answer_that_took_longer_than_a_minute_tells_no_time() {
    startIn1970();
    bench.hubTellsTime(90_000);
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.NONE);
  }

  @Test
  void a_push_ends_at_its_time_although_the_clock_jumps_a_year_ahead() {
    assertThatAPushLasts10MinutesWhileTheClockJumpsBy(YEAR);
  }

  @Test
  void a_push_ends_at_its_time_although_the_clock_jumps_two_days_back() {
    assertThatAPushLasts10MinutesWhileTheClockJumpsBy(-2 * DAY);
  }

  @Test
  void a_push_ends_at_its_time_although_the_clock_jumps_a_year_back() {
    assertThatAPushLasts10MinutesWhileTheClockJumpsBy(-YEAR);
  }

  private void assertThatAPushLasts10MinutesWhileTheClockJumpsBy(long jumpMs) {
    wants(w -> w.push = Optional.of(new Push("conference", bench.trueWallMs() + 10 * MINUTE)));
    bench.start().run(5 * MINUTE);
    assertThat(on()).isEqualTo("conference");
    bench.wallWrongByMs = jumpMs;
    bench.run(4 * MINUTE);
    assertThat(on()).isEqualTo("conference");
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.CARRIED);
    assertThat(bench.view().clock().wallMs()).isEqualTo(bench.trueWallMs());
    bench.run(10 * MINUTE);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void a_push_of_a_badge_in_1970_ends_at_its_time_once_the_hub_has_told_the_time() {
    wants(
        w -> {
          w.announcement =
              Optional.of(
                  new Announcement("a", "Lunch", "in the yard", bench.trueWallMs() + 10 * MINUTE));
        });
    startIn1970();
    assertThat(on()).isEqualTo("announcement");
    bench.hubTellsTime(100);
    bench.run(7 * MINUTE);
    assertThat(on()).isEqualTo("announcement");
    bench.run(10 * MINUTE);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void a_clock_that_is_set_right_and_says_so_is_believed() {
    wants(this::programme);
    startIn1970();
    bench.wallWrongByMs = 0;
    bench.wallSynced = true;
    bench.run(5 * MINUTE);
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.SYSTEM);
    assertThat(value("schedule.now.title")).isEqualTo("Keynote");
  }

  @Test
  void a_clock_that_says_it_is_right_is_not_believed_against_the_hub() {
    wants(this::programme);
    bench.wallWrongByMs = -YEAR;
    bench.start().run(MINUTE);
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.SYSTEM);
    bench.hubTellsTime(100);
    bench.run(5 * MINUTE);
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.HUB);
    assertThat(value("schedule.now.title")).isEqualTo("Keynote");
    bench.wallWrongByMs = 0;
    bench.run(MINUTE);
    assertThat(bench.view().clock().source()).isEqualTo(ClockView.Source.SYSTEM);
  }

  @Test
  void the_better_of_two_answers_counts_until_it_is_too_old() {
    startIn1970();
    bench.hubTellsTime(100);
    bench.hubTellsTime(20_000);
    assertThat(bench.view().clock().errorMs()).isLessThan(100);
    // The hub's clock itself was set anew: what it says now counts.
    bench.wallWrongByMs -= 1;
    long before = bench.view().clock().wallMs();
    bench.tell(
        new BadgeEvent.Heard(
            new io.baedge.model.message.Ack(
                1,
                1,
                io.baedge.model.telemetry.Received.NOTHING,
                "",
                new io.baedge.model.message.Ack.HubTime(
                    before + DAY, bench.now().monoMs() - 20_000))));
    assertThat(bench.view().clock().wallMs()).isGreaterThan(before + DAY - MINUTE);
  }

  private static org.assertj.core.data.Offset<Long> within(long ms) {
    return org.assertj.core.data.Offset.offset(ms);
  }
}
