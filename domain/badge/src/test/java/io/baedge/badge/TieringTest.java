package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.tier.TierSettings;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Push;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Status;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierTable;
import io.baedge.model.tier.UplinkTier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a badge does in its tiers. */
class TieringTest {
  private static final long MINUTE_MS = 60_000;

  private final Bench bench = new Bench(1);

  private Bench owned(int battery) {
    Wanted wanted = Wanted.revision(1);
    wanted.cadence = new Cadence(5_000, 15_000, 10_000, 5_000);
    bench.hub.desired = Optional.of(wanted.build());
    bench.battery = battery;
    return bench.start();
  }

  private Bench falls(int toPercent) {
    bench.battery = toPercent;
    return bench.run(12 * MINUTE_MS);
  }

  private void board(boolean naps) {
    bench.settings =
        bench.settings.withBounds(
            BadgeSettings.Bounds.DEFAULT.withTiers(new TierSettings(TierTable.DEFAULT, naps)));
  }

  private List<Status> said(Status.Phase phase) {
    return bench.hub.heard.stream()
        .filter(m -> m instanceof Status s && s.phase() == phase)
        .map(m -> (Status) m)
        .toList();
  }

  private List<Status> lastWords() {
    return bench.effects(BadgeEffect.Disconnect.class).stream()
        .flatMap(d -> d.last().stream())
        .toList();
  }

  private int connects() {
    return bench.effects(BadgeEffect.Connect.class).size();
  }

  @Test
  void a_full_badge_does_as_the_hub_wants() {
    owned(90).run(MINUTE_MS);
    assertThat(bench.view().tiers().power().tier()).isEqualTo(PowerTier.FULL);
    assertThat(bench.view().tiers().uplink().tier()).isEqualTo(UplinkTier.ONLINE);
    assertThat(said(Status.Phase.ONLINE).getLast().nextContactMs()).isEqualTo(15_000);
  }

  @Test
  void a_new_wearers_name_is_on_the_glass_at_once_though_the_tier_has_no_budget_left() {
    owned(90).run(5 * MINUTE_MS);
    falls(15);
    assertThat(bench.view().tiers().power().tier()).isEqualTo(PowerTier.ESSENTIAL);
    for (int n = 2; n < 8; n++) {
      int before = bench.refreshedAtMs.size();
      give("Person " + n, n);
      bench.run(30_000);
      assertThat(bench.refreshedAtMs).as("hand-out %d", n).hasSize(before + 1);
    }

    int shown = bench.refreshedAtMs.size();
    bench.ask(new LocalCommand.ClearGlass());
    bench.run(MINUTE_MS);
    assertThat(bench.refreshedAtMs).as("people still have none").hasSize(shown);
  }

  private void give(String name, long n) {
    Wanted wanted = Wanted.revision(n);
    wanted.wearer = name;
    bench.hub.desired = Optional.of(wanted.build());
    bench.tell(new BadgeEvent.Heard(wanted.build()));
  }

  @Test
  void a_saving_badge_tells_its_longer_silence_at_once_and_keeps_it() {
    owned(90).run(5 * MINUTE_MS);
    bench.hub.heard.clear();
    falls(35);
    assertThat(bench.view().tiers().power().tier()).isEqualTo(PowerTier.SAVER);
    assertThat(said(Status.Phase.ONLINE)).isNotEmpty();
    assertThat(said(Status.Phase.ONLINE).getLast().nextContactMs()).isEqualTo(60_000);
    int before = bench.effects(BadgeEffect.Sense.class).size();
    bench.run(10 * MINUTE_MS);
    assertThat(bench.effects(BadgeEffect.Sense.class).size() - before).isBetween(29, 31);
  }

  @Test
  void the_radio_waits_for_the_battery_to_be_measured() {
    owned(90);
    List<BadgeEffect> effects = bench.effects;
    int measured = first(effects, BadgeEffect.Sense.class);
    int connected = first(effects, BadgeEffect.Connect.class);
    assertThat(measured).isBetween(0, connected - 1);
  }

  private static int first(List<BadgeEffect> effects, Class<? extends BadgeEffect> type) {
    for (int i = 0; i < effects.size(); i++) {
      if (type.isInstance(effects.get(i))) {
        return i;
      }
    }
    return -1;
  }

  @Test
  void below_the_guard_level_the_name_stays_and_the_radio_is_off_until_power_comes() {
    owned(90).run(MINUTE_MS);
    String name = bench.onGlass();
    bench.powerCut();
    board(false);
    int before = connects();
    bench.battery = 3;
    bench.start().run(30 * MINUTE_MS);
    assertThat(connects()).isEqualTo(before);
    assertThat(bench.view().tiers().radio().guarded()).isTrue();
    assertThat(bench.view().screen().glass().decider()).isEqualTo(Decider.LAST_GASP);
    assertThat(name).isNotNull();
    bench.source = PowerSource.EXTERNAL;
    bench.run(6 * MINUTE_MS);
    assertThat(connects()).isGreaterThan(before);
    assertThat(bench.view().screen().glass().decider()).isEqualTo(Decider.DEFAULT);
  }

  @Test
  void an_essential_badge_says_until_when_it_is_silent_and_comes_back_in_time() {
    owned(15).run(MINUTE_MS);
    assertThat(bench.inSession).isFalse();
    Status word = lastWords().getLast();
    assertThat(word.phase()).isEqualTo(Status.Phase.ASLEEP);
    assertThat(word.nextContactMs()).isBetween(200_000L, 300_000L);
    int before = connects();
    bench.run(20 * MINUTE_MS);
    assertThat(connects() - before).isBetween(4, 5);
    assertThat(lastWords()).hasSizeGreaterThan(4);
    assertThat(bench.view().tiers().uplink().tier()).isEqualTo(UplinkTier.ONLINE);
  }

  @Test
  void an_essential_badge_shows_the_name_and_refuses_other_screens_with_a_sentence() {
    owned(15).run(MINUTE_MS);
    long request = bench.ask(new LocalCommand.WriteScreen("schedule"));
    assertThat(bench.answers.get(request))
        .isEqualTo(
            new LocalAnswer.NotNow(
                "power tier essential shows only wearer; charge the badge first"));
    Wanted pushed = Wanted.revision(2);
    pushed.screen = "conference";
    pushed.push = Optional.of(new Push("schedule", 0));
    bench.hub.desired = Optional.of(pushed.build());
    bench.run(10 * MINUTE_MS);
    assertThat(bench.view().desired().applied().revision().n()).isEqualTo(2);
    assertThat(bench.view().screen().wanted()).isEqualTo("wearer");
  }

  @Test
  void in_the_last_gasp_no_orders_are_taken() {
    board(false);
    owned(7).run(MINUTE_MS);
    long request = bench.ask(new LocalCommand.PutValue("a", "1"));
    assertThat(bench.answers.get(request)).isInstanceOf(LocalAnswer.NotNow.class);
  }

  @Test
  void the_last_picture_comes_before_the_end_whatever_was_chosen_and_the_hub_hears_of_it() {
    board(false);
    owned(90).run(MINUTE_MS);
    for (int i = 0; i < 14; i++) {
      bench.ask(new LocalCommand.ButtonPressed(1 + i % 4));
      bench.run(10_000);
    }
    bench.battery = 8;
    bench.run(6 * MINUTE_MS);
    assertThat(bench.view().tiers().power().tier()).isEqualTo(PowerTier.LAST_GASP);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("last-gasp");
    assertThat(bench.hub.reported.orElseThrow().glass().decider()).isEqualTo(Decider.LAST_GASP);
    assertThat(bench.hub.frameHash).isEqualTo(bench.onGlass());
  }

  @Test
  void a_glass_without_a_name_keeps_what_it_shows() {
    board(false);
    bench.battery = 8;
    bench.start().run(MINUTE_MS);
    assertThat(bench.view().screen().wanted()).isEqualTo("claim");
  }

  @Test
  void the_badge_naps_with_the_name_on_the_glass_and_wakes_by_its_alarm() {
    board(true);
    owned(90).run(MINUTE_MS);
    bench.battery = 4;
    bench.run(6 * MINUTE_MS);
    BadgeEffect.PowerDown down = bench.effects(BadgeEffect.PowerDown.class).getFirst();
    assertThat(down.wakeInMs()).isEqualTo(1_800_000);
    assertThat(bench.badge).isNull();
    assertThat(bench.onGlass()).isNotNull();
    assertThat(bench.hub.reported.orElseThrow().glass().decider()).isEqualTo(Decider.LAST_GASP);
    Status word = lastWords().getLast();
    assertThat(word.phase()).isEqualTo(Status.Phase.ASLEEP);
    assertThat(word.nextContactMs()).isEqualTo(1_800_000);
    int refreshes = bench.refreshedAtMs.size();
    bench.run(31 * MINUTE_MS);
    assertThat(bench.epoch).isEqualTo(2);
    assertThat(bench.effects(BadgeEffect.PowerDown.class)).hasSize(2);
    assertThat(bench.refreshedAtMs).as("the picture stood").hasSize(refreshes);
  }

  @Test
  void a_board_that_cannot_power_down_stays_in_the_last_gasp() {
    board(true);
    bench.naps = false;
    owned(3).run(30 * MINUTE_MS);
    assertThat(bench.effects(BadgeEffect.PowerDown.class)).hasSize(1);
    assertThat(bench.view().tiers().power().tier()).isEqualTo(PowerTier.LAST_GASP);
  }

  @Test
  void everything_taken_is_on_the_card_before_the_board_is_powered_down() {
    board(true);
    bench.hubUp = false;
    owned(90).run(MINUTE_MS);
    bench.battery = 4;
    bench.run(6 * MINUTE_MS);
    assertThat(bench.badge).isNull();
    bench.hubUp = true;
    bench.source = PowerSource.EXTERNAL;
    bench.run(40 * MINUTE_MS);
    assertThat(bench.hub.received.get(1L).contains(1)).isTrue();
    assertThat(bench.hub.stored.get(1L)).hasSizeGreaterThan(30);
  }

  @Test
  void the_hub_hears_the_words_of_the_tiers() {
    owned(35).run(MINUTE_MS);
    assertThat(bench.hub.reported.orElseThrow().state().values().get("tiers").toString())
        .contains("saver")
        .contains("online");
  }
}
