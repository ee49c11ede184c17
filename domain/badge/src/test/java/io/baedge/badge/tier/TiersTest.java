package io.baedge.badge.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierRules;
import io.baedge.model.tier.TierTable;
import io.baedge.model.tier.UplinkTier;
import org.junit.jupiter.api.Test;

class TiersTest {
  private static final long SECOND_MS = 1_000;
  private static final TierTable TABLE = TierTable.DEFAULT;

  private final FakeSigns signs = new FakeSigns();
  private Tiers tiers = new Tiers(new TierSettings(TABLE, true), true);
  private long nowMs = 5_000;

  private static final class FakeSigns implements TierSigns {
    boolean session;
    boolean guest;
    boolean flaps;
    int records;
    boolean quiet = true;
    boolean settled = true;

    @Override
    public boolean inSession() {
      return session;
    }

    @Override
    public boolean asGuest() {
      return guest;
    }

    @Override
    public boolean flapping(long monoMs) {
      return flaps;
    }

    @Override
    public int waiting() {
      return records;
    }

    @Override
    public boolean nothingToSay(long monoMs) {
      return quiet;
    }

    @Override
    public boolean glassSettled() {
      return settled;
    }
  }

  private TiersTest start() {
    tiers.start(nowMs);
    return this;
  }

  private void battery(int percent) {
    tiers.read(new Reading.Power(percent, Reading.UNKNOWN, PowerSource.BATTERY), nowMs);
  }

  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      nowMs += SECOND_MS;
      signs.session &= tiers.radioOn();
      tiers.tick(signs, nowMs);
    }
  }

  @Test
  void before_the_battery_is_measured_the_radio_is_off() {
    start().seconds(5);
    assertThat(tiers.radioOn()).isFalse();
    battery(80);
    assertThat(tiers.radioOn()).isTrue();
  }

  @Test
  void a_board_without_an_answer_uses_its_radio_after_a_while() {
    start().seconds(10);
    assertThat(tiers.radioOn()).isTrue();
    assertThat(tiers.power()).isEqualTo(PowerTier.UNKNOWN);
  }

  @Test
  void a_battery_below_the_guard_level_keeps_the_radio_off_until_it_is_charged() {
    start();
    battery(3);
    seconds(3_600);
    assertThat(tiers.radioOn()).isFalse();
    assertThat(tiers.view().radio().guarded()).isTrue();
    assertThat(tiers.view().radio().why()).contains("3 %").contains("6 %");
    for (int i = 0; i < 10; i++) {
      seconds(60);
      battery(5);
    }
    assertThat(tiers.radioOn()).as("above the level, below where it is left").isFalse();
    for (int i = 0; i < 6; i++) {
      seconds(60);
      battery(6);
    }
    assertThat(tiers.view().radio().guarded()).isFalse();
  }

  @Test
  void power_from_outside_ends_the_guard_at_once() {
    start();
    battery(1);
    tiers.read(new Reading.Power(1, 3_500, PowerSource.EXTERNAL), nowMs + 1);
    assertThat(tiers.radioOn()).isTrue();
    assertThat(tiers.power()).isEqualTo(PowerTier.FULL);
  }

  @Test
  void a_battery_that_falls_below_the_guard_level_later_is_no_matter_of_the_guard() {
    tiers = new Tiers(new TierSettings(TABLE, false), true);
    start();
    battery(30);
    for (int i = 0; i < 10; i++) {
      seconds(60);
      battery(2);
    }
    assertThat(tiers.view().radio().guarded()).isFalse();
    assertThat(tiers.power()).isEqualTo(PowerTier.LAST_GASP);
  }

  @Test
  void an_essential_tier_contacts_the_hub_and_rests_until_the_next_time() {
    start();
    battery(15);
    signs.session = true;
    seconds(6);
    assertThat(tiers.radioOn()).as("everything was said for five seconds").isFalse();
    assertThat(tiers.restMs(nowMs)).isBetween(280_000L, 300_000L);
    seconds(300);
    assertThat(tiers.radioOn()).isTrue();
  }

  @Test
  void a_contact_that_reaches_nobody_ends_after_a_minute() {
    start();
    battery(15);
    seconds(59);
    assertThat(tiers.radioOn()).isTrue();
    seconds(1);
    assertThat(tiers.radioOn()).isFalse();
  }

  @Test
  void the_hubs_longer_interval_holds_while_the_radio_rests() {
    start();
    tiers.contactEvery(900_000, nowMs);
    battery(15);
    signs.session = true;
    seconds(6);
    assertThat(tiers.restMs(nowMs)).isGreaterThan(880_000);
  }

  @Test
  void a_board_powers_down_when_the_name_is_on_the_glass_and_the_hub_knows() {
    start();
    signs.settled = false;
    signs.quiet = false;
    battery(4);
    signs.session = true;
    seconds(30);
    assertThat(tiers.powerDown(signs, nowMs)).isEmpty();
    signs.settled = true;
    signs.quiet = true;
    seconds(6);
    assertThat(tiers.radioOn()).isFalse();
    assertThat(tiers.powerDown(signs, nowMs)).hasValue(1_800_000);
    assertThat(tiers.powerDown(signs, nowMs)).as("told once").isEmpty();
  }

  @Test
  void a_stuck_panel_and_a_silent_hub_do_not_keep_a_board_awake() {
    start();
    signs.settled = false;
    battery(4);
    seconds(61);
    assertThat(tiers.powerDown(signs, nowMs)).isPresent();
  }

  @Test
  void a_board_below_the_guard_level_naps_without_its_radio() {
    start();
    battery(2);
    assertThat(tiers.powerDown(signs, nowMs)).isPresent();
    assertThat(tiers.radioOn()).isFalse();
  }

  @Test
  void a_board_that_still_runs_after_it_was_told_to_nap_gives_it_up() {
    start();
    battery(2);
    assertThat(tiers.powerDown(signs, nowMs)).isPresent();
    seconds(120);
    assertThat(tiers.power()).isEqualTo(PowerTier.LAST_GASP);
    seconds(600);
    assertThat(tiers.powerDown(signs, nowMs)).isEmpty();
  }

  @Test
  void an_unknown_battery_never_naps() {
    start();
    tiers.read(new Reading.Power(Reading.UNKNOWN, 3_300, PowerSource.BATTERY), nowMs);
    seconds(600);
    assertThat(tiers.powerDown(signs, nowMs)).isEmpty();
    assertThat(tiers.rules().radio()).isEqualTo(TABLE.rules(PowerTier.FULL).radio());
  }

  @Test
  void without_a_session_for_a_while_the_uplink_is_offline_and_up_when_one_holds() {
    start();
    battery(90);
    seconds(44);
    assertThat(tiers.uplink()).isEqualTo(UplinkTier.ONLINE);
    seconds(1);
    assertThat(tiers.uplink()).isEqualTo(UplinkTier.OFFLINE);
    assertThat(tiers.rules()).isEqualTo(TABLE.rules(PowerTier.FULL, UplinkTier.OFFLINE));
    signs.session = true;
    seconds(29);
    assertThat(tiers.uplink()).isEqualTo(UplinkTier.OFFLINE);
    seconds(2);
    assertThat(tiers.uplink()).isEqualTo(UplinkTier.ONLINE);
    assertThat(tiers.rules()).isEqualTo(TierRules.NOTHING_OFF);
  }

  @Test
  void sessions_that_break_often_degrade_the_uplink() {
    start();
    battery(90);
    signs.session = true;
    signs.flaps = true;
    seconds(40);
    assertThat(tiers.uplink()).isEqualTo(UplinkTier.DEGRADED);
    assertThat(tiers.view().uplink().why()).contains("break often");
  }

  @Test
  void a_backlog_that_grows_degrades_the_uplink_and_one_that_shrinks_does_not() {
    start();
    battery(90);
    signs.session = true;
    signs.records = 10_000;
    for (int i = 0; i < 10; i++) {
      signs.records -= 100;
      seconds(60);
    }
    assertThat(tiers.uplink()).isEqualTo(UplinkTier.ONLINE);
    for (int i = 0; i < 4; i++) {
      signs.records += 1;
      seconds(60);
    }
    assertThat(tiers.uplink()).isEqualTo(UplinkTier.DEGRADED);
  }

  @Test
  void silence_that_is_planned_is_no_outage() {
    start();
    battery(15);
    signs.session = true;
    seconds(200);
    assertThat(tiers.radioOn()).isFalse();
    assertThat(tiers.uplink()).isEqualTo(UplinkTier.ONLINE);
  }

  @Test
  void a_badge_alone_is_offline_and_says_why() {
    tiers = new Tiers(TierSettings.DEFAULT, false);
    start().seconds(10);
    assertThat(tiers.view().uplink().why()).isEqualTo("no hub is configured");
  }
}
