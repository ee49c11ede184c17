package io.baedge.badgelinux.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.badgelinux.emulated.EmulatedBus.Fault;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import org.junit.jupiter.api.Test;

final class EmulatedPanelTest {
  private static final PanelModel MODEL = PanelModel.find("2in9b_V4").orElseThrow();
  private static final Frame WHITE =
      Frame.blank(MODEL.heightPx(), MODEL.widthPx(), Palette.of(MODEL));

  @Test
  void it_keeps_what_it_was_given_and_says_what_it_is() throws Exception {
    var panel = new EmulatedPanel(MODEL, 0);
    assertThat(panel.shown()).isEmpty();
    panel.show(WHITE, RefreshKind.FULL);
    assertThat(panel.shown()).contains(WHITE);
    assertThat(panel.describe()).isEqualTo("emulated 2in9b_V4");
  }

  @Test
  void each_fault_fails_with_a_sentence_and_leaves_the_picture() throws Exception {
    var panel = new EmulatedPanel(MODEL, 0);
    panel.show(WHITE, RefreshKind.FULL);
    for (Fault fault : new Fault[] {Fault.BUS_ERROR, Fault.BUSY_STUCK}) {
      panel.bus().set(fault);
      assertThatExceptionOfType(Panel.PanelFailed.class)
          .isThrownBy(() -> panel.show(WHITE, RefreshKind.FULL))
          .withMessageStartingWith("the panel");
      assertThat(panel.shown()).contains(WHITE);
    }
  }
}
