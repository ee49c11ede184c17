package io.baedge.badgelinux.button;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PressesTest {
  private final Presses presses = new Presses(4);

  @Test
  void a_short_press_counts_when_the_key_comes_up() {
    presses.down(1, 1_000);
    assertThat(presses.held(1_100)).isEmpty();
    assertThat(presses.up(1, 1_200)).hasValue(new Press(2, false));
  }

  @Test
  void a_hold_counts_while_the_key_is_down_and_once() {
    presses.down(0, 1_000);
    assertThat(presses.waitMs(1_000, 60_000)).isEqualTo((int) Presses.HOLD_MS);
    assertThat(presses.held(1_000 + Presses.HOLD_MS)).containsExactly(new Press(1, true));
    assertThat(presses.held(5_000)).isEmpty();
    assertThat(presses.up(0, 5_100)).isEmpty();
    assertThat(presses.waitMs(5_100, 700)).isEqualTo(700);
  }

  @Test
  void a_hold_that_was_noticed_late_is_a_hold() {
    presses.down(0, 1_000);
    assertThat(presses.up(0, 1_000 + Presses.HOLD_MS)).hasValue(new Press(1, true));
  }

  @Test
  void worn_contacts_make_one_press() {
    presses.down(0, 1_000);
    presses.down(0, 1_003);
    assertThat(presses.up(0, 1_100)).isPresent();
    presses.down(0, 1_110);
    assertThat(presses.up(0, 1_120)).isEmpty();
    presses.down(0, 1_100 + Presses.QUIET_MS);
    assertThat(presses.up(0, 1_400)).isPresent();
  }

  @Test
  void an_end_without_a_beginning_is_nothing() {
    assertThat(presses.up(3, 1_000)).isEmpty();
  }

  @Test
  void two_keys_at_once_are_two_presses() {
    presses.down(0, 1_000);
    presses.down(3, 1_010);
    assertThat(presses.up(0, 1_100)).hasValue(new Press(1, false));
    assertThat(presses.held(1_010 + Presses.HOLD_MS)).containsExactly(new Press(4, true));
  }

  @Test
  void a_key_that_stays_down_is_told_until_it_comes_up() {
    presses.down(2, 0);
    assertThat(presses.stuck(Presses.STUCK_MS - 1)).isZero();
    assertThat(presses.stuck(Presses.STUCK_MS)).isEqualTo(3);
    presses.up(2, 70_000);
    assertThat(presses.stuck(70_001)).isZero();
  }
}
