package io.baedge.badge.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.Waveforms;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import org.junit.jupiter.api.Test;

class RefreshPlannerTest {
  private static final int WIDTH = 296;
  private static final int HEIGHT = 128;
  private static final Frame WHITE = Frame.blank(WIDTH, HEIGHT, Palette.BW);
  private static final Frame DOT = changed(Palette.BW, 40, Palette.BLACK);
  private static final Frame OTHER = changed(Palette.BW, WIDTH * HEIGHT / 2, Palette.BLACK);
  private static final boolean PERSON = true;
  private static final boolean AUTOMATIC = false;

  private final RefreshPlanner planner = planner("2in9_V2");

  private static RefreshPlanner planner(String panel) {
    return new RefreshPlanner(Waveforms.of(PanelModel.find(panel).orElseThrow()));
  }

  private static Frame changed(Palette palette, int pixels, int ink) {
    byte[] all = new byte[WIDTH * HEIGHT];
    java.util.Arrays.fill(all, 0, pixels, (byte) ink);
    return new Frame(WIDTH, HEIGHT, palette, all);
  }

  private RefreshKind choose(Frame next, boolean byPerson) {
    return planner.choose(WHITE, next, byPerson, 0);
  }

  @Test
  void the_first_picture_takes_the_full_waveform() {
    assertThat(choose(DOT, PERSON)).isEqualTo(RefreshKind.FULL);
    assertThat(planner.choose(null, DOT, PERSON, 0)).isEqualTo(RefreshKind.FULL);
  }

  @Test
  void a_small_change_drives_only_what_changes_at_most_five_times_in_a_row() {
    planner.done(RefreshKind.FULL, 0);
    for (int i = 0; i < 5; i++) {
      assertThat(choose(DOT, AUTOMATIC)).isEqualTo(RefreshKind.PARTIAL);
      planner.done(RefreshKind.PARTIAL, 0);
    }
    assertThat(choose(DOT, AUTOMATIC)).isEqualTo(RefreshKind.FULL);
    planner.done(RefreshKind.FULL, 0);
    assertThat(choose(DOT, AUTOMATIC)).isEqualTo(RefreshKind.PARTIAL);
  }

  @Test
  void a_person_who_waits_gets_the_fast_waveform_and_nobody_the_best_one() {
    planner.done(RefreshKind.FULL, 0);
    assertThat(choose(OTHER, PERSON)).isEqualTo(RefreshKind.FAST);
    assertThat(choose(OTHER, AUTOMATIC)).isEqualTo(RefreshKind.FULL);
    for (int i = 0; i < 10; i++) {
      planner.done(RefreshKind.FAST, 0);
    }
    assertThat(choose(OTHER, PERSON)).isEqualTo(RefreshKind.FULL);
  }

  @Test
  void a_panel_without_short_waveforms_takes_the_full_one() {
    RefreshPlanner colours = planner("2in13b_V4");
    colours.done(RefreshKind.FULL, 0);
    assertThat(colours.choose(WHITE, DOT, PERSON, 0)).isEqualTo(RefreshKind.FULL);
  }

  @Test
  void colours_are_never_driven_in_part() {
    RefreshPlanner colours = planner("2in9b_V4");
    colours.done(RefreshKind.FULL, 0);
    Frame white = Frame.blank(WIDTH, HEIGHT, Palette.BWR);
    assertThat(colours.choose(white, changed(Palette.BWR, 40, 1), AUTOMATIC, 0))
        .isEqualTo(RefreshKind.PARTIAL);
    assertThat(colours.choose(white, changed(Palette.BWR, 40, 2), AUTOMATIC, 0))
        .isEqualTo(RefreshKind.FULL);
    assertThat(colours.choose(changed(Palette.BWR, 40, 2), white, AUTOMATIC, 0))
        .isEqualTo(RefreshKind.FULL);
  }

  @Test
  void in_the_cold_after_a_day_and_after_a_failure_the_full_waveform_is_taken() {
    planner.done(RefreshKind.FULL, 0);
    planner.board(99);
    assertThat(choose(DOT, PERSON)).isEqualTo(RefreshKind.FULL);
    planner.board(100);
    assertThat(choose(DOT, PERSON)).isEqualTo(RefreshKind.PARTIAL);
    assertThat(planner.choose(WHITE, DOT, PERSON, 24 * 3_600_000L)).isEqualTo(RefreshKind.FULL);
    planner.failed();
    assertThat(choose(DOT, PERSON)).isEqualTo(RefreshKind.FULL);
  }

  @Test
  void wear_weighs_haste_and_partial_refreshes() {
    Wear wear = new Wear();
    wear.restore(1_000);
    wear.refreshed(RefreshKind.FULL, 0);
    assertThat(wear.weighted()).isEqualTo(1_001);
    wear.refreshed(RefreshKind.PARTIAL, 180_000);
    assertThat(wear.weighted()).isEqualTo(1_003);
    wear.refreshed(RefreshKind.FAST, 200_000);
    assertThat(wear.weighted()).isEqualTo(1_008);
    wear.refreshed(RefreshKind.CLEANING, 900_000);
    assertThat(wear.weighted()).isEqualTo(1_014);
  }
}
