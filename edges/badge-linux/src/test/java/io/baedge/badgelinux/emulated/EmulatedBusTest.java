package io.baedge.badgelinux.emulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.badgelinux.glass.DrivenPanel;
import io.baedge.badgelinux.glass.Panel.PanelFailed;
import io.baedge.badgelinux.panel.Mode;
import io.baedge.badgelinux.panel.PanelBus.Pulse;
import io.baedge.badgelinux.panel.PanelDriver;
import io.baedge.badgelinux.panel.PanelTrouble;
import io.baedge.badgelinux.panel.Planes;
import io.baedge.badgelinux.panel.Player;
import io.baedge.badgelinux.panel.Window;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the emulated controllers are strict: what a real one would not do, they do not do. */
final class EmulatedBusTest {
  private static final PanelModel MODEL = PanelModel.find("2in9_V2").orElseThrow();

  private final EmulatedBus bus = new EmulatedBus(MODEL, 0);
  private final PanelDriver driver = PanelDriver.of(MODEL);
  private final Player player = new Player(bus, driver.idleLevel(), 10_000);
  private final Window whole = Window.whole(MODEL);

  private static Planes filled(PanelModel model, int ink) {
    return Planes.of(frame(model, ink), model);
  }

  private static Frame frame(PanelModel model, int ink) {
    byte[] pixels = new byte[model.widthPx() * model.heightPx()];
    Arrays.fill(pixels, (byte) ink);
    return new Frame(model.widthPx(), model.heightPx(), Palette.of(model), pixels);
  }

  private void black(Mode mode) throws Exception {
    player.play(driver.show(mode, whole), filled(MODEL, 1));
  }

  @Test
  void without_supply_nothing_is_drawn() throws Exception {
    black(Mode.FULL);
    assertThat(bus.glass().refreshes()).isZero();
  }

  @Test
  void without_initialisation_there_is_no_waveform_and_nothing_is_drawn() throws Exception {
    bus.powerOn();
    black(Mode.FULL);
    assertThat(bus.glass().refreshes()).isZero();
  }

  @Test
  void from_deep_sleep_only_a_reset_wakes_it() throws Exception {
    player.play(driver.wake(Mode.FULL), Planes.NONE);
    bus.command(0x10);
    bus.data(new byte[] {1});
    assertThat(bus.idle(driver.idleLevel())).isFalse();
    bus.command(0x12);
    assertThat(bus.refusedCommands()).isEqualTo(1);
    bus.reset(List.of(new Pulse(0, 2), new Pulse(1, 10)));
    assertThat(bus.idle(driver.idleLevel())).isTrue();
  }

  @Test
  void a_command_during_a_refresh_has_no_effect() throws Exception {
    player.play(driver.wake(Mode.FULL), Planes.NONE);
    bus.command(0x22);
    bus.data(new byte[] {(byte) 0xC7});
    bus.command(0x20);
    bus.command(0x24);
    assertThat(bus.refusedCommands()).isEqualTo(1);
  }

  @Test
  void a_refresh_takes_as_long_as_the_model_takes() throws Exception {
    player.play(driver.wake(Mode.FULL), Planes.NONE);
    black(Mode.FULL);
    assertThat(player.longestRefreshMs()).isBetween(3_000L, 3_060L);
  }

  @Test
  void a_partial_refresh_without_the_old_picture_in_memory_leaves_pixels_wrong() throws Exception {
    player.play(driver.wake(Mode.PARTIAL), Planes.NONE);
    black(Mode.PARTIAL);
    byte[] first = bus.glass().inks();
    assertThat(first).contains(Glass.WHITE, Glass.BLACK);
    player.play(driver.sleep(), Planes.NONE);
    player.play(driver.wake(Mode.PARTIAL), Planes.NONE);
    player.play(driver.prime(Mode.PARTIAL), filled(MODEL, 0));
    black(Mode.PARTIAL);
    assertThat(bus.glass().inks()).containsOnly(Glass.BLACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2in9_V2", "2in13_V4", "2in13d", "2in9"})
  void ghosts_grow_with_partial_refreshes_and_go_with_a_full_one(String name) throws Exception {
    PanelModel model = PanelModel.find(name).orElseThrow();
    var wires = new EmulatedBus(model, 0);
    var panel = new DrivenPanel(model, wires);
    panel.show(frame(model, 0), Mode.FULL);
    double before = wires.glass().ghostPercent();
    assertThat(before).isZero();
    for (int i = 1; i <= 5; i++) {
      panel.show(frame(model, i % 2), Mode.PARTIAL);
      assertThat(wires.glass().ghostPercent()).isGreaterThan(before);
      before = wires.glass().ghostPercent();
    }
    assertThat(wires.glass().partialsSinceFull()).isGreaterThanOrEqualTo(5);
    panel.show(frame(model, 1), Mode.FULL);
    assertThat(wires.glass().ghostPercent()).isZero();
    assertThat(wires.glass().partialsSinceFull()).isZero();
  }

  @ParameterizedTest
  @EnumSource(EmulatedBus.Fault.class)
  void every_fault_is_one_sentence_and_the_next_picture_after_it_is_right(EmulatedBus.Fault fault)
      throws Exception {
    for (PanelModel model : PanelModel.ALL) {
      var wires = new EmulatedBus(model, 0);
      var panel = new DrivenPanel(model, wires);
      panel.show(frame(model, 0), Mode.FULL);
      if (fault != EmulatedBus.Fault.NONE) {
        wires.set(fault);
        assertThatExceptionOfType(PanelFailed.class)
            .as(model.name())
            .isThrownBy(() -> panel.show(frame(model, 1), Mode.FULL))
            .withMessageStartingWith("the panel");
        wires.set(EmulatedBus.Fault.NONE);
      }
      panel.show(frame(model, 1), Mode.FULL);
      assertThat(wires.glass().inks()).as(model.name()).containsOnly(Glass.BLACK);
    }
  }

  @Test
  void a_picture_after_a_failure_is_never_partial_because_nobody_knows_the_glass()
      throws Exception {
    var panel = new DrivenPanel(MODEL, bus);
    panel.show(frame(MODEL, 0), Mode.FULL);
    bus.set(EmulatedBus.Fault.SHORT_WRITE);
    assertThatExceptionOfType(PanelFailed.class)
        .isThrownBy(() -> panel.show(frame(MODEL, 1), Mode.PARTIAL));
    bus.set(EmulatedBus.Fault.NONE);
    panel.show(frame(MODEL, 1), Mode.PARTIAL);
    assertThat(bus.glass().partialsSinceFull()).isZero();
    assertThat(bus.glass().inks()).containsOnly(Glass.BLACK);
  }

  @Test
  void another_model_with_the_other_busy_level_is_noticed() {
    bus.attach(PanelModel.find("2in13d").orElseThrow());
    var panel = new DrivenPanel(MODEL, bus);
    assertThatExceptionOfType(PanelFailed.class)
        .isThrownBy(() -> panel.show(frame(MODEL, 1), Mode.FULL))
        .withMessageContaining("the model is the one attached");
  }

  @Test
  void a_panel_that_sleeps_has_no_supply_and_is_busy_for_nobody() throws Exception {
    var panel = new DrivenPanel(MODEL, bus);
    panel.show(frame(MODEL, 1), Mode.FULL);
    panel.rest();
    panel.rest();
    bus.command(0x12);
    assertThat(bus.glass().inks()).containsOnly(Glass.BLACK);
    assertThat(bus.refusedCommands()).isZero();
  }

  @Test
  void busy_has_a_limit_by_model() {
    for (PanelModel model : PanelModel.ALL) {
      var timings = PanelDriver.of(model).timings();
      assertThat(timings.limitMs()).isBetween(10_000L, 60_000L).isGreaterThan(2 * timings.fullMs());
      var wires = new EmulatedBus(model, 0);
      wires.set(EmulatedBus.Fault.BUSY_STUCK);
      var waiting = new Player(wires, 0, timings.limitMs());
      assertThatExceptionOfType(PanelTrouble.class)
          .isThrownBy(
              () -> {
                waiting.play(PanelDriver.of(model).wake(Mode.FULL), Planes.NONE);
                waiting.play(
                    PanelDriver.of(model).show(Mode.FULL, Window.whole(model)), filled(model, 0));
              })
          .matches(trouble -> trouble.kind() == PanelTrouble.Kind.BUSY_STUCK);
      assertThat(wires.nowMs()).isLessThan(10_000);
    }
  }
}
