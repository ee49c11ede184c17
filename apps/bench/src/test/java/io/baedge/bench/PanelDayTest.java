package io.baedge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.tier.PowerTier;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelDayTest {
  private static final long HOUR_MS = 3_600_000;
  private static final long MIDNIGHT_MS = 1_790_035_200_000L;
  private static final DayHub.Plan PLAN =
      new DayHub.Plan(
          new Conference("Camp", "https://camp.example", "UTC"),
          List.of(
              new Session("A1", "One", "", MIDNIGHT_MS + 9 * HOUR_MS, MIDNIGHT_MS + 12 * HOUR_MS),
              new Session("A1", "Two", "", MIDNIGHT_MS + 13 * HOUR_MS, MIDNIGHT_MS + 17 * HOUR_MS)),
          MIDNIGHT_MS);

  private static PanelDay.Figures day(String panel, PowerTier tier) {
    return PanelDay.run(PanelModel.find(panel).orElseThrow(), tier, PLAN);
  }

  private static int refreshes(PanelDay.Figures day) {
    int sum = 0;
    for (RefreshKind kind : RefreshKind.values()) {
      sum += day.of(kind);
    }
    return sum;
  }

  @Test
  void each_lower_tier_refreshes_less_and_draws_less() {
    List<PowerTier> tiers =
        List.of(PowerTier.FULL, PowerTier.SAVER, PowerTier.ESSENTIAL, PowerTier.LAST_GASP);
    PanelDay.Figures above = day("2in7_V2", tiers.getFirst());
    assertThat(refreshes(above)).isGreaterThan(30);
    assertThat(above.on()).isEqualTo(1.0);
    for (PowerTier tier : tiers.subList(1, tiers.size())) {
      PanelDay.Figures below = day("2in7_V2", tier);
      assertThat(refreshes(below)).as(tier.word()).isBetween(1, refreshes(above) - 1);
      assertThat(below.drawn()).as(tier.word()).isLessThan(above.drawn());
      above = below;
    }
  }

  @Test
  void a_badge_that_naps_is_off_nearly_all_day_and_keeps_its_last_picture() {
    PanelDay.Figures day = day("2in9b_V4", PowerTier.NAP);

    assertThat(refreshes(day)).isEqualTo(1);
    assertThat(day.on()).isBetween(0.001, 0.1);
  }

  @Test
  void a_panel_of_three_colours_takes_more_energy_for_the_same_day() {
    double colours = day("2in9b_V4", PowerTier.FULL).panelJoules();
    double mono = day("2in7_V2", PowerTier.FULL).panelJoules();

    assertThat(colours).isGreaterThan(4 * mono);
  }
}
