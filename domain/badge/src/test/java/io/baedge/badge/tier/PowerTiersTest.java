package io.baedge.badge.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTiersTest {
  private static final long MINUTE_MS = 60_000;

  private final PowerTiers tiers = new PowerTiers(TierTable.DEFAULT, true);
  private long nowMs;

  private static Reading.Power battery(int percent) {
    return new Reading.Power(percent, Reading.UNKNOWN, PowerSource.BATTERY);
  }

  private static final Reading.Power UNKNOWN =
      new Reading.Power(Reading.UNKNOWN, Reading.UNKNOWN, PowerSource.UNKNOWN);
  private static final Reading.Power FED = new Reading.Power(3, 3_600, PowerSource.EXTERNAL);

  /** The same reading once a minute. */
  private void minutes(int count, Reading.Power reading) {
    for (int i = 0; i < count; i++) {
      nowMs += MINUTE_MS;
      tiers.read(reading, nowMs);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "100,FULL",
    "41,FULL",
    "40,SAVER",
    "21,SAVER",
    "20,ESSENTIAL",
    "9,ESSENTIAL",
    "8,LAST_GASP",
    "5,LAST_GASP",
    "4,NAP",
    "0,NAP"
  })
  void the_first_reading_decides_at_once(int percent, PowerTier expected) {
    tiers.read(battery(percent), 1);
    assertThat(tiers.tier()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "SAVER,35,44,SAVER",
    "SAVER,35,45,FULL",
    "ESSENTIAL,15,24,ESSENTIAL",
    "ESSENTIAL,15,25,SAVER",
    "ESSENTIAL,15,50,FULL",
    "LAST_GASP,8,11,LAST_GASP",
    "LAST_GASP,8,12,ESSENTIAL",
    "NAP,3,7,NAP",
    "NAP,3,8,LAST_GASP",
    "NAP,3,100,FULL"
  })
  void a_tier_is_left_above_where_it_was_entered(
      PowerTier from, int enteredAt, int risesTo, PowerTier expected) {
    minutes(6, battery(enteredAt));
    assertThat(tiers.tier()).isEqualTo(from);
    minutes(12, battery(risesTo));
    assertThat(tiers.tier()).isEqualTo(expected);
  }

  @Test
  void without_a_board_that_can_nap_the_last_gasp_is_the_last_tier() {
    var noNap = new PowerTiers(TierTable.DEFAULT, false);
    noNap.read(battery(1), 0);
    assertThat(noNap.tier()).isEqualTo(PowerTier.LAST_GASP);
  }

  @Test
  void a_board_that_could_not_nap_after_all_goes_back_to_the_last_gasp_and_stays() {
    minutes(1, battery(2));
    assertThat(tiers.cannotNap("no alarm", nowMs)).isTrue();
    minutes(20, battery(1));
    assertThat(tiers.tier()).isEqualTo(PowerTier.LAST_GASP);
  }

  @Test
  void power_from_outside_is_full_at_once_at_any_level() {
    minutes(1, battery(2));
    nowMs += 1;
    assertThat(tiers.read(FED, nowMs)).isTrue();
    assertThat(tiers.tier()).isEqualTo(PowerTier.FULL);
  }

  @Test
  void after_the_cable_is_pulled_the_dwell_time_is_kept() {
    minutes(10, FED);
    tiers.read(battery(30), nowMs + 1);
    assertThat(tiers.tier()).as("fed for ten minutes").isEqualTo(PowerTier.SAVER);
    tiers.read(FED, nowMs + 2);
    tiers.read(battery(6), nowMs + 3);
    assertThat(tiers.tier()).as("a loose cable does not flip tiers").isEqualTo(PowerTier.FULL);
    nowMs += TierTable.DEFAULT.dwellMs() + 3;
    tiers.read(battery(6), nowMs);
    assertThat(tiers.tier()).isEqualTo(PowerTier.LAST_GASP);
  }

  @Test
  void one_wild_reading_changes_nothing() {
    minutes(10, battery(80));
    minutes(1, battery(1));
    minutes(1, battery(80));
    assertThat(tiers.tier()).isEqualTo(PowerTier.FULL);
    assertThat(tiers.view().changes()).isZero();
  }

  @Test
  void a_battery_that_nobody_can_read_is_unknown_and_says_so() {
    tiers.read(UNKNOWN, 0);
    assertThat(tiers.tier()).isEqualTo(PowerTier.UNKNOWN);
    assertThat(tiers.view().why()).contains("nobody can tell");
  }

  @Test
  void a_gauge_that_fails_now_and_then_keeps_its_tier() {
    minutes(10, battery(30));
    for (int i = 0; i < 20; i++) {
      minutes(2, UNKNOWN);
      minutes(1, battery(30));
    }
    assertThat(tiers.tier()).isEqualTo(PowerTier.SAVER);
  }

  @Test
  void a_gauge_that_fell_silent_makes_the_tier_unknown_but_never_ends_a_last_gasp() {
    minutes(10, battery(30));
    minutes(3, UNKNOWN);
    assertThat(tiers.tier()).isEqualTo(PowerTier.UNKNOWN);
    minutes(10, battery(6));
    assertThat(tiers.tier()).isEqualTo(PowerTier.LAST_GASP);
    minutes(30, UNKNOWN);
    assertThat(tiers.tier()).isEqualTo(PowerTier.LAST_GASP);
  }
}
