package io.baedge.badgelinux.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayerTest {
  /** A board with so much other work that each look at BUSY takes long; no panel is attached. */
  private static final class SlowBoard implements PanelBus {
    private long nowMs;

    @Override
    public void powerOn() {}

    @Override
    public void reset(List<Pulse> pulses) {}

    @Override
    public void command(int code) {}

    @Override
    public void data(byte[] bytes) {}

    @Override
    public boolean idle(int idleLevel) {
      nowMs += 500;
      return true;
    }

    @Override
    public void pause(long ms) {
      nowMs += ms;
    }

    @Override
    public long nowMs() {
      return nowMs;
    }

    @Override
    public void powerOff() {}
  }

  @Test
  void a_panel_that_was_never_seen_busy_has_shown_nothing_however_slow_the_look_was()
      throws Exception {
    PanelModel model = PanelModel.find("2in9_V2").orElseThrow();
    PanelDriver driver = PanelDriver.of(model);
    var player = new Player(new SlowBoard(), driver.idleLevel(), driver.timings().limitMs());
    assertThat(player.longestRefreshMs()).isEqualTo(-1);
    player.play(driver.show(Mode.FULL, Window.whole(model)), bars(model));
    assertThat(player.longestRefreshMs()).isZero();
  }

  private static Planes bars(PanelModel model) {
    return Planes.of(TestPicture.bars(model), model);
  }
}
