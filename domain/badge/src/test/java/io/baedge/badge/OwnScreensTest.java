package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.screen.PictureRequest;
import io.baedge.badge.tier.TierSettings;
import io.baedge.model.desired.Push;
import io.baedge.model.doc.Doc;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Reported;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierRules;
import io.baedge.model.tier.TierTable;
import io.baedge.screen.library.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Screens of a badge's own folder that the hub wants. */
class OwnScreensTest {
  private final Bench bench = new Bench(5);

  private Bench wants(long revision, String pushed, String wearer) {
    Wanted wanted = Wanted.revision(revision);
    wanted.wearer = wearer;
    wanted.push = Optional.of(new Push(pushed, 0));
    bench.hub.desired = Optional.of(wanted.build());
    if (bench.badge == null) {
      bench.start();
    } else {
      bench.tell(new BadgeEvent.Heard(wanted.build()));
    }
    return bench.run(20_000);
  }

  private void folderHas(String... names) {
    List<String> known = new ArrayList<>(Screens.NAMES);
    known.addAll(List.of(names));
    bench.tell(new BadgeEvent.ScreensChanged(known, List.of()));
    bench.run(20_000);
  }

  private Reported reported() {
    return (Reported)
        bench.hub.heard.stream().filter(m -> m instanceof Reported).toList().getLast();
  }

  private static Doc names(String... names) {
    return new Doc.Items(List.of(names).stream().<Doc>map(Doc.Text::new).toList());
  }

  private String onGlass() {
    return bench.view().screen().glass().screen();
  }

  @Test
  void a_badge_reports_its_own_screens_and_says_when_they_change() {
    wants(1, "hardware", "Ada");
    assertThat(reported().state().values()).doesNotContainKey("screens");
    folderHas("lunch", "map");
    assertThat(reported().state().values().get("screens"))
        .isEqualTo(Doc.fields().put("own", names("lunch", "map")).put("missing", names()).build());
  }

  @Test
  void a_pushed_screen_that_the_badge_lacks_is_passed_over_told_and_shown_when_it_appears() {
    wants(1, "lunch", "Ada");
    assertThat(onGlass()).isEqualTo("wearer");
    assertThat(bench.view().desired().refusal()).isEmpty();
    assertThat(bench.view().desired().missing()).containsExactly("lunch");
    assertThat(reported().state().values().get("screens"))
        .isEqualTo(Doc.fields().put("own", names()).put("missing", names("lunch")).build());
    assertThat(
            bench.hub.stored.values().stream()
                .flatMap(e -> e.values().stream())
                .filter(s -> s.reading().equals(new Reading.Event("screen-missing", "lunch"))))
        .hasSize(1);
    assertThat(bench.effects(BadgeEffect.Log.class).stream().map(BadgeEffect.Log::text))
        .containsOnlyOnce(
            "the hub wants the screen 'lunch', which this badge does not have; it is passed over"
                + " until its file is in the folder");
    folderHas("lunch");
    assertThat(onGlass()).isEqualTo("lunch");
    assertThat(bench.view().screen().glass().decider()).isEqualTo(Decider.PUSH);
    assertThat(bench.view().desired().missing()).isEmpty();
  }

  @Test
  void a_new_wearers_name_does_not_wait_for_the_file_of_a_screen() {
    wants(1, "lunch", "Ada");
    String before = bench.view().screen().glass().hash();
    wants(2, "lunch", "Grace");
    assertThat(bench.view().desired().applied().revision().n()).isEqualTo(2);
    assertThat(onGlass()).isEqualTo("wearer");
    assertThat(bench.view().screen().glass().hash()).isNotEqualTo(before);
  }

  @Test
  void a_screen_whose_file_goes_away_leaves_the_glass_and_comes_back() {
    wants(1, "lunch", "Ada");
    folderHas("lunch");
    folderHas();
    assertThat(onGlass()).isEqualTo("wearer");
    assertThat(bench.view().screen().problem()).isEmpty();
    folderHas("lunch");
    assertThat(onGlass()).isEqualTo("lunch");
  }

  @Test
  void a_tier_may_show_an_own_screen_and_its_picture_knows_the_tier() {
    TierRules essential = TierTable.DEFAULT.rules(PowerTier.ESSENTIAL);
    SortedMap<PowerTier, TierRules> power = new TreeMap<>(TierTable.DEFAULT.power());
    power.put(
        PowerTier.ESSENTIAL,
        new TierRules(
            essential.sampleFactor(),
            essential.contactAtLeastMs(),
            essential.radio(),
            List.of("wearer", "lunch"),
            essential.refreshes(),
            essential.localApi(),
            essential.workloads()));
    TierTable table =
        new TierTable(
            TierTable.DEFAULT.limits(),
            power,
            TierTable.DEFAULT.uplink(),
            TierTable.DEFAULT.guard(),
            TierTable.DEFAULT.dwellMs());
    bench.settings =
        bench.settings.withBounds(
            BadgeSettings.Bounds.DEFAULT.withTiers(new TierSettings(table, false)));
    wants(1, "lunch", "Ada");
    folderHas("lunch");
    assertThat(picture().tier()).isEqualTo("full");
    bench.battery = 15;
    bench.run(3_600_000);
    assertThat(bench.view().tiers().power().tier()).isEqualTo(PowerTier.ESSENTIAL);
    assertThat(onGlass()).isEqualTo("lunch");
    assertThat(picture().screen()).isEqualTo("lunch");
    assertThat(picture().tier()).isEqualTo("essential");
  }

  private PictureRequest picture() {
    return bench.effects(BadgeEffect.Compose.class).getLast().picture();
  }

  @Test
  void a_default_screen_that_the_badge_lacks_leaves_the_name() {
    Wanted wanted = Wanted.revision(1);
    wanted.screen = "lunch";
    bench.hub.desired = Optional.of(wanted.build());
    bench.start().run(20_000);
    assertThat(onGlass()).isEqualTo("wearer");
    folderHas("lunch");
    assertThat(onGlass()).isEqualTo("lunch");
  }
}
