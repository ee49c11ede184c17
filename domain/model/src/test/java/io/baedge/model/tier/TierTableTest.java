package io.baedge.model.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TierTableTest {
  private static final TierTable TABLE = TierTable.DEFAULT;

  @Test
  void each_tier_below_full_spends_no_more_than_the_one_above() {
    TierRules above = TABLE.rules(PowerTier.FULL);
    for (PowerTier tier :
        List.of(PowerTier.SAVER, PowerTier.ESSENTIAL, PowerTier.LAST_GASP, PowerTier.NAP)) {
      TierRules here = TABLE.rules(tier);
      assertThat(here.and(above)).as("%s after the one above", tier).isEqualTo(here);
      above = here;
    }
  }

  @Test
  void an_unknown_battery_has_the_rules_of_a_full_one() {
    assertThat(TABLE.rules(PowerTier.UNKNOWN)).isEqualTo(TABLE.rules(PowerTier.FULL));
    assertThat(PowerTier.UNKNOWN.below(PowerTier.FULL)).isFalse();
    assertThat(PowerTier.SAVER.below(PowerTier.UNKNOWN)).isTrue();
  }

  @Test
  void of_two_rules_the_one_that_spends_less_holds() {
    TierRules both = TABLE.rules(PowerTier.ESSENTIAL, UplinkTier.OFFLINE);
    assertThat(both.sampleFactor()).isEqualTo(12);
    assertThat(both.radio()).isEqualTo(RadioUse.DUTY);
    assertThat(both.workloads()).isEqualTo(WorkloadUse.STOP);
    assertThat(both.allows("wearer")).isTrue();
    assertThat(both.allows("schedule")).isFalse();
    assertThat(TABLE.rules(PowerTier.FULL, UplinkTier.ONLINE)).isEqualTo(TierRules.NOTHING_OFF);
  }

  @Test
  void lists_of_screens_without_a_common_one_leave_the_name() {
    TierRules name = TABLE.rules(PowerTier.ESSENTIAL);
    TierRules other =
        new TierRules(
            1,
            0,
            RadioUse.ON,
            List.of("schedule"),
            name.refreshes(),
            LocalApiUse.ON,
            WorkloadUse.RUN);
    assertThat(name.and(other).screens()).containsExactly("wearer");
  }

  @Test
  void limits_must_fall_from_tier_to_tier() {
    var limits = new TreeMap<>(TABLE.limits());
    limits.put(PowerTier.ESSENTIAL, new TierTable.Band(60, 70));
    assertThatThrownBy(
            () ->
                new TierTable(
                    limits, TABLE.power(), TABLE.uplink(), TABLE.guard(), TABLE.dwellMs()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limits must fall");
  }

  @Test
  void a_level_is_left_above_where_it_is_entered() {
    assertThatThrownBy(() -> new TierTable.Band(20, 20))
        .hasMessageContaining("enter below leave, not 20 and 20");
  }

  @ParameterizedTest
  @CsvSource({
    "FULL,schedule,schedule",
    "UNKNOWN,schedule,schedule",
    "SAVER,schedule,schedule",
    "ESSENTIAL,schedule,wearer",
    "ESSENTIAL,announcement,announcement",
    "LAST_GASP,announcement,last-gasp",
    "NAP,wearer,last-gasp",
    "LAST_GASP,claim,claim"
  })
  void a_tier_decides_which_screen_is_shown_instead(
      PowerTier tier, String wanted, String expected) {
    assertThat(TABLE.shown(tier, wanted)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(PowerTier.class)
  void every_word_of_a_power_tier_is_read_again(PowerTier tier) {
    assertThat(PowerTier.of(tier.word())).contains(tier);
  }

  @ParameterizedTest
  @EnumSource(UplinkTier.class)
  void every_word_of_an_uplink_tier_is_read_again(UplinkTier tier) {
    assertThat(UplinkTier.of(tier.word())).contains(tier);
  }
}
