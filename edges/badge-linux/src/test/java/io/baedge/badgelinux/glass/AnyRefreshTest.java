package io.baedge.badgelinux.glass;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.badgelinux.panel.Mode;
import io.baedge.badgelinux.panel.PanelDriver;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.Waveforms;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The kinds of refresh that a badge plans, on the drivers of every panel. */
class AnyRefreshTest {
  private static final int REFRESHES = 24;

  @Test
  void the_planner_knows_the_waveforms_that_the_drivers_have() {
    for (PanelModel panel : PanelModel.ALL) {
      var modes = PanelDriver.of(panel).modes();
      assertThat(Waveforms.of(panel))
          .as(panel.name())
          .isEqualTo(new Waveforms(modes.contains(Mode.FAST), modes.contains(Mode.PARTIAL)));
    }
  }

  @Test
  void after_any_kind_of_refresh_every_panel_shows_exactly_the_picture() throws Exception {
    for (PanelModel panel : PanelModel.ALL) {
      var random = new SplittableRandom(panel.name().hashCode());
      var glass = new EmulatedPanel(panel, 0);
      Frame frame = Frame.blank(panel.heightPx(), panel.widthPx(), Palette.of(panel));
      for (int i = 0; i < REFRESHES; i++) {
        frame = next(frame, random);
        RefreshKind kind = RefreshKind.values()[random.nextInt(RefreshKind.values().length)];
        glass.show(frame, kind);
        glass.rest();
        assertThat(glass.shown().orElseThrow().hash())
            .as("%s, refresh %s, %s", panel.name(), i, kind)
            .isEqualTo(frame.hash());
      }
    }
  }

  private static Frame next(Frame before, RandomGenerator random) {
    byte[] pixels = before.pixels();
    int share = 1 + random.nextInt(pixels.length / 2);
    int from = random.nextInt(pixels.length - share);
    int inks = random.nextBoolean() ? before.palette().inks() : 2;
    for (int i = from; i < from + share; i++) {
      pixels[i] = (byte) random.nextInt(inks);
    }
    return new Frame(before.width(), before.height(), before.palette(), pixels);
  }
}
