package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.local.LocalCommand;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.desired.Push;
import io.baedge.model.message.Decider;
import io.baedge.screen.library.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The bench begins at 17:06:40 in Berlin. */
class PlaylistTest {
  private static final long MINUTE_MS = 60_000;

  private final Bench bench = new Bench(3);

  private Bench playing(PlaylistEntry... entries) {
    return playing(1, Optional.empty(), entries);
  }

  private Bench playing(long n, Optional<Push> push, PlaylistEntry... entries) {
    Wanted wanted = Wanted.revision(n);
    wanted.playlist = List.of(entries);
    wanted.push = push;
    bench.hub.desired = Optional.of(wanted.build());
    return bench;
  }

  private static PlaylistEntry between(String screen, int fromMinute, int toMinute) {
    return new PlaylistEntry(screen, 0, 0, fromMinute, toMinute, 0, 5);
  }

  private String on() {
    return bench.view().screen().glass().screen();
  }

  @Test
  void a_screen_comes_and_goes_with_its_time_at_the_venue() {
    playing(between("schedule", 17 * 60 + 20, 17 * 60 + 40)).start().run(10 * MINUTE_MS);
    assertThat(on()).isEqualTo("wearer");
    bench.run(8 * MINUTE_MS);
    assertThat(on()).isEqualTo("schedule");
    assertThat(bench.view().screen().glass().decider()).isEqualTo(Decider.PLAYLIST);
    bench.run(20 * MINUTE_MS);
    assertThat(on()).isEqualTo("wearer");
    assertThat(bench.view().screen().glass().decider()).isEqualTo(Decider.DEFAULT);
  }

  @Test
  void the_first_entry_whose_time_it_is_decides() {
    playing(between("schedule", 17 * 60, 18 * 60), PlaylistEntry.always("conference"))
        .start()
        .run(MINUTE_MS);
    assertThat(on()).isEqualTo("schedule");
    bench.run(60 * MINUTE_MS);
    assertThat(on()).isEqualTo("conference");
  }

  @Test
  void a_rhythm_shows_a_screen_again_and_again_at_the_pace_of_the_panel() {
    playing(new PlaylistEntry("schedule", 0, 0, 17 * 60, 20 * 60, 20, 5)).start();
    int shown = 0;
    for (int minute = 0; minute < 100; minute++) {
      bench.run(MINUTE_MS);
      shown += on().equals("schedule") ? 1 : 0;
    }
    assertThat(shown).isBetween(20, 32);
    for (int i = 1; i < bench.refreshedAtMs.size(); i++) {
      assertThat(bench.refreshedAtMs.get(i) - bench.refreshedAtMs.get(i - 1))
          .isGreaterThanOrEqualTo(i < 3 ? 0 : 180_000);
    }
  }

  @Test
  void buttons_and_pushes_stand_above_the_playlist() {
    playing(PlaylistEntry.always("conference")).start().run(MINUTE_MS);
    bench.ask(new LocalCommand.WriteScreen("schedule"));
    bench.run(MINUTE_MS);
    assertThat(on()).isEqualTo("schedule");
    bench.run(15 * MINUTE_MS);
    assertThat(on()).isEqualTo("conference");
    playing(2, Optional.of(new Push("hardware", 0)), PlaylistEntry.always("conference"));
    bench.drop();
    bench.run(5 * MINUTE_MS);
    assertThat(on()).isEqualTo("hardware");
  }

  @Test
  void before_the_clock_is_known_to_be_right_the_default_screen_is_shown() {
    bench.wallSynced = false;
    playing(PlaylistEntry.always("conference")).start().run(5 * MINUTE_MS);
    assertThat(on()).isEqualTo("wearer");
    bench.wallSynced = true;
    bench.run(5 * MINUTE_MS);
    assertThat(on()).isEqualTo("conference");
  }

  @Test
  void a_saving_badge_plays_only_what_its_tier_shows() {
    bench.battery = 15;
    playing(PlaylistEntry.always("conference")).start().run(5 * MINUTE_MS);
    assertThat(on()).isEqualTo("wearer");
  }

  @Test
  void an_own_screen_plays_when_the_badge_has_it_and_is_passed_over_while_it_does_not() {
    playing(PlaylistEntry.always("weather"), PlaylistEntry.always("conference"))
        .start()
        .run(10 * MINUTE_MS);
    assertThat(on()).isEqualTo("conference");
    assertThat(bench.view().desired().missing()).containsExactly("weather");
    List<String> known = new ArrayList<>(Screens.NAMES);
    known.add("weather");
    bench.tell(new BadgeEvent.ScreensChanged(known, List.of()));
    bench.run(10 * MINUTE_MS);
    assertThat(on()).isEqualTo("weather");
    assertThat(bench.view().screen().glass().decider()).isEqualTo(Decider.PLAYLIST);
  }
}
