package io.baedge.badgelinux.glass;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.Rotation;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import org.junit.jupiter.api.Test;

final class TurnedPanelTest {
  /** Black where no turn of the picture is like another. */
  private static Frame upright(PanelModel model, Rotation rotation) {
    int width = rotation.portrait() ? model.widthPx() : model.heightPx();
    int height = rotation.portrait() ? model.heightPx() : model.widthPx();
    byte[] pixels = new byte[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      pixels[i] = (byte) ((x < 30 && y < 12) || (x > width - 9 && y == 40) ? 1 : 0);
    }
    return new Frame(width, height, Palette.of(model), pixels);
  }

  /** The picture turned clockwise by quarters, pixel by pixel. */
  private static Frame turned(Frame frame, int quarters) {
    Frame now = frame;
    for (int i = 0; i < quarters; i++) {
      byte[] pixels = new byte[now.width() * now.height()];
      for (int y = 0; y < now.height(); y++) {
        for (int x = 0; x < now.width(); x++) {
          pixels[x * now.height() + now.height() - 1 - y] = (byte) now.pixel(x, y);
        }
      }
      now = new Frame(now.height(), now.width(), now.palette(), pixels);
    }
    return now;
  }

  @Test
  void an_upright_picture_is_turned_clockwise_on_every_glass() throws Exception {
    for (PanelModel model : PanelModel.ALL) {
      for (Rotation rotation : Rotation.values()) {
        var glass = new EmulatedPanel(model, 0);
        Frame upright = upright(model, rotation);
        TurnedPanel.of(glass, rotation).show(upright, RefreshKind.FULL);
        assertThat(glass.shown().orElseThrow())
            .as(model.name() + " " + rotation)
            .isEqualTo(turned(upright, rotation.degrees() / 90));
      }
    }
  }

  @Test
  void a_turned_panel_says_so() {
    PanelModel model = PanelModel.find("2in9_V2").orElseThrow();
    var glass = new EmulatedPanel(model, 0);
    assertThat(TurnedPanel.of(glass, Rotation.NONE)).isSameAs(glass);
    assertThat(TurnedPanel.of(glass, Rotation.HALF).describe())
        .isEqualTo("emulated 2in9_V2, turned by 180 degrees");
  }
}
