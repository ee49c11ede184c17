package io.baedge.badgelinux.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.badgelinux.kernel.FakeKernel;
import io.baedge.badgelinux.panel.PanelBus.Pulse;
import io.baedge.badgelinux.panel.PanelDriver;
import io.baedge.badgelinux.panel.PanelTrouble;
import io.baedge.badgelinux.panel.Planes;
import io.baedge.badgelinux.panel.Player;
import io.baedge.badgelinux.panel.RecordingBus;
import io.baedge.badgelinux.panel.TestPicture;
import io.baedge.badgelinux.panel.Window;
import io.baedge.model.panel.PanelModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HardwareBusTest {
  private static final PanelModel MODEL = PanelModel.find("2in9_V2").orElseThrow();

  @TempDir Path root;

  private final FakeKernel kernel = new FakeKernel();

  private HardwareBus bus() {
    return new HardwareBus(() -> kernel, root);
  }

  @BeforeEach
  void board() throws Exception {
    Files.createDirectories(root.resolve("dev"));
    Files.createFile(root.resolve("dev/gpiochip0"));
    kernel.devices.put("/dev/spidev0.0", "");
    kernel.devices.put("/dev/gpiochip0", "pinctrl-bcm2835");
  }

  @Test
  void commands_go_with_the_data_line_low_and_data_with_it_high() throws Exception {
    var recorded = new RecordingBus();
    var planes = Planes.of(TestPicture.recorded(MODEL), MODEL);
    var driver = PanelDriver.of(MODEL);
    var display = driver.operation("display", Window.whole(MODEL));
    new Player(recorded, driver.idleLevel(), 1_000).play(display, planes);

    var sent = new RecordingBus();
    kernel.onMessage =
        bytes -> {
          if (kernel.levels.getOrDefault(25, false)) {
            sent.data(bytes);
          } else {
            sent.command(bytes[0]);
          }
        };
    HardwareBus bus = bus();
    bus.powerOn();
    new Player(bus, driver.idleLevel(), 1_000).play(display, planes);
    List<String> expected = new ArrayList<>(recorded.events());
    expected.removeIf(event -> event.contains("busy"));
    assertThat(sent.events()).isEqualTo(expected);
  }

  @Test
  void supply_and_reset_follow_the_sequence_and_end_low() throws Exception {
    HardwareBus bus = bus();
    bus.powerOn();
    assertThat(kernel.levels).containsEntry(18, true).containsEntry(17, true);
    bus.reset(List.of(new Pulse(1, 0), new Pulse(0, 1)));
    assertThat(kernel.levels).containsEntry(17, false);
    bus.reset(List.of(new Pulse(1, 0)));
    bus.powerOff();
    assertThat(kernel.levels).containsEntry(18, false).containsEntry(17, false);
    assertThat(kernel.levels).containsEntry(25, false);
  }

  @Test
  void lines_and_bus_stay_taken_from_one_picture_to_the_next() throws Exception {
    HardwareBus bus = bus();
    bus.powerOn();
    int files = kernel.openFiles();
    bus.powerOff();
    bus.powerOn();
    assertThat(kernel.openFiles()).isEqualTo(files).isEqualTo(3);
  }

  @Test
  void after_a_failure_all_is_let_go_and_taken_anew() throws Exception {
    HardwareBus bus = bus();
    bus.powerOn();
    kernel.failures.put("write", 5);
    assertThatExceptionOfType(PanelTrouble.class)
        .isThrownBy(() -> bus.command(0x12))
        .withMessage(
            "the panel's bus failed: /dev/spidev0.0 answers with an I/O error (errno 5); check that"
                + " the cable is seated");
    assertThat(kernel.openFiles()).isZero();
    bus.powerOff();
    kernel.failures.clear();
    bus.powerOn();
    bus.command(0x12);
    assertThat(kernel.written.toByteArray()).containsExactly(0x12);
  }

  @Test
  void a_missing_or_forbidden_interface_leaves_nothing_open_and_works_once_it_is_there()
      throws Exception {
    HardwareBus bus = bus();
    kernel.failures.put("open /dev/gpiochip0", 13);
    assertThatExceptionOfType(PanelTrouble.class)
        .isThrownBy(bus::powerOn)
        .withMessageContaining("add it to the group gpio")
        .matches(trouble -> trouble.kind() == PanelTrouble.Kind.NO_INTERFACE);
    assertThat(kernel.openFiles()).isZero();
    kernel.failures.clear();
    kernel.failures.put("ioctl c250b407", 16);
    assertThatExceptionOfType(PanelTrouble.class)
        .isThrownBy(bus::powerOn)
        .withMessageContaining("in use by another program");
    assertThat(kernel.openFiles()).isZero();
    kernel.failures.clear();
    bus.powerOn();
    bus.command(0x12);
  }

  @Test
  void busy_is_read_from_its_line() throws Exception {
    HardwareBus bus = bus();
    bus.powerOn();
    kernel.levels.put(24, true);
    assertThat(bus.idle(0)).isFalse();
    assertThat(bus.idle(1)).isTrue();
  }
}
