package io.baedge.badgelinux.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.emulated.EmulatedBus.Fault;
import io.baedge.badgelinux.gauge.Boards;
import io.baedge.badgelinux.glass.EmulatedPanel;
import io.baedge.badgelinux.kernel.FakeKernel;
import io.baedge.badgelinux.setup.SetupStep.State;
import io.baedge.model.panel.PanelModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BadgeSetupTest {
  private static final String UNIT = "etc/systemd/system/baedge-badge.service";

  @TempDir Path directory;

  private final FakeKernel kernel = Boards.kernel();
  private final List<String> commands = new ArrayList<>();
  private final ArrayDeque<String> answers = new ArrayDeque<>();
  private final List<String> questions = new ArrayList<>();
  private final List<String> tried = new ArrayList<>();
  private String commandProblem = "";
  private Path root;
  private Path home;

  @BeforeEach
  void folders() throws IOException {
    root = directory.resolve("root");
    home = directory.resolve("home");
    Path unit = home.resolve("deploy/systemd/baedge-badge.service");
    Files.createDirectories(unit.getParent());
    Files.copy(Path.of("../../deploy/systemd/baedge-badge.service"), unit);
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void board() throws IOException {
    file("proc/device-tree/model", "Raspberry Pi Zero 2 W Rev 1.0\0");
    file("proc/meminfo", "MemTotal:  434016 kB\nMemAvailable:  330000 kB\n");
    file("dev/spidev0.0", "");
    file("dev/i2c-1", "");
    file("dev/gpiochip0", "");
    file("etc/group", "root:x:0:\nspi:x:999:\ngpio:x:998:\n");
    file("etc/passwd", "root:x:0:0::/root:/bin/sh\n");
    file("sys/class/net/wlan0/wireless/x", "");
    kernel.devices.put("/dev/spidev0.0", "");
    kernel.devices.put("/dev/gpiochip0", "pinctrl-bcm2835");
    kernel.chips.put(0x57, Boards.piSugar3(3_900));
  }

  private String hub = "hub.local:1883";

  private List<SetupStep> run(boolean check, boolean yes, String... panel)
      throws InterruptedException {
    var options = new SetupOptions(check, yes, Arrays.stream(panel).findFirst(), hub, root, home);
    return new BadgeSetup(
            options,
            new Dialog() {
              @Override
              public void tell(SetupStep step) {}

              @Override
              public String ask(String question, String otherwise) {
                questions.add(question);
                return answers.isEmpty() ? otherwise : answers.removeFirst();
              }
            },
            (command, limitS) -> {
              commands.add(String.join(" ", command));
              return command.getLast().equals("archive") ? commandProblem : "";
            },
            () -> kernel,
            model -> {
              tried.add(model.name());
              var glass = new EmulatedPanel(model, 0);
              glass.bus().set(model.name().endsWith("d") ? Fault.ABSENT : Fault.NONE);
              return glass;
            })
        .run();
  }

  private static SetupStep step(List<SetupStep> steps, String name) {
    return steps.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void a_board_that_has_everything_is_set_up_without_a_question() throws Exception {
    board();
    List<SetupStep> steps = run(false, true, "2in9_v2");
    assertThat(steps).noneMatch(s -> s.state() == State.MISSING);
    assertThat(questions).isEmpty();
    assertThat(step(steps, "board").text())
        .isEqualTo("Raspberry Pi Zero 2 W Rev 1.0, 423 MB of memory");
    assertThat(step(steps, "battery").text()).isEqualTo("PiSugar 3 on I2C: 88 %, 3900 mV");
    assertThat(Files.readString(root.resolve("etc/baedge/badge.yaml")))
        .contains("panel: 2in9_V2", "hubs: ['hub.local:1883']", "gauge: auto");
    assertThat(Files.readString(root.resolve(UNIT)))
        .contains("ExecStart=" + home + "/baedge badge", "\nSupplementaryGroups=spi gpio\n");
    assertThat(commands)
        .containsExactly(
            "useradd --system --home-dir /var/lib/baedge-badge --shell /usr/sbin/nologin baedge",
            home + "/baedge badge archive",
            "systemctl daemon-reload",
            "systemctl enable --now baedge-badge");
    assertThat(kernel.openFiles()).isZero();
  }

  @Test
  void a_machine_without_SPI_is_told_so_and_gets_an_emulated_panel() throws Exception {
    file("etc/passwd", "baedge:x:1:1::/:/bin/false\n");
    List<SetupStep> steps = run(false, true);
    assertThat(step(steps, "spi").state()).isEqualTo(State.MISSING);
    assertThat(step(steps, "spi").advice()).contains("no Raspberry Pi; use an emulated panel");
    assertThat(step(steps, "panel").text())
        .isEqualTo("without SPI and GPIO no real panel can be tried");
    assertThat(Files.readString(root.resolve("etc/baedge/badge.yaml")))
        .contains("panel: emulated:2in9_V2");
  }

  @Test
  void the_missing_line_is_named_with_its_file_and_a_line_that_waits_for_a_start_too()
      throws Exception {
    board();
    Files.delete(root.resolve("dev/spidev0.0"));
    file("boot/firmware/config.txt", "dtparam=audio=on\n");
    assertThat(step(run(true, true), "spi").advice())
        .isEqualTo(
            "add the line dtparam=spi=on to /boot/firmware/config.txt and start the board again");
    file("boot/firmware/config.txt", "dtparam=spi=on\n");
    assertThat(step(run(true, true), "spi").advice()).contains("start the board again");
  }

  @Test
  void a_check_changes_nothing() throws Exception {
    board();
    List<SetupStep> steps = run(true, true);
    assertThat(step(steps, "config").state()).isEqualTo(State.MISSING);
    assertThat(step(steps, "unit").state()).isEqualTo(State.MISSING);
    assertThat(root.resolve("etc/baedge")).doesNotExist();
    assertThat(root.resolve(UNIT)).doesNotExist();
    assertThat(commands).isEmpty();
    assertThat(questions).isEmpty();
    assertThat(tried).isEmpty();
  }

  @Test
  void the_panel_is_found_by_pictures_and_one_that_is_not_there_is_passed_over() throws Exception {
    board();
    // Size; the d does not answer by itself; bc: no picture; b_V4: yes.
    answers.addAll(List.of("2.9", "y", "y", "n", "y", "y"));
    List<SetupStep> steps = run(false, false);
    assertThat(tried).containsExactly("2in9d", "2in9bc", "2in9b_V4");
    assertThat(step(steps, "panel").text()).isEqualTo("2in9b_V4");
    assertThat(Files.readString(root.resolve("etc/baedge/badge.yaml"))).contains("panel: 2in9b_V4");
  }

  @Test
  void without_a_panel_the_last_trouble_is_told() throws Exception {
    board();
    answers.addAll(List.of("2.9", "y", "q"));
    SetupStep panel = step(run(false, false), "panel");
    assertThat(panel.state()).isEqualTo(State.MISSING);
    assertThat(panel.text()).startsWith("2in9d: the panel does not answer");
  }

  @Test
  void what_exists_is_written_over_only_when_somebody_says_so() throws Exception {
    board();
    file("etc/baedge/badge.yaml", "site: mine\n");
    assertThat(step(run(false, true, "2in9_V2"), "config").text()).contains("is kept as it is");
    assertThat(Files.readString(root.resolve("etc/baedge/badge.yaml"))).isEqualTo("site: mine\n");
    run(false, false, "2in9_V2");
    assertThat(questions.getFirst()).contains("is there already and differs; write it anew? [y/N]");
    assertThat(Files.readString(root.resolve("etc/baedge/badge.yaml"))).isEqualTo("site: mine\n");
    answers.add("y");
    assertThat(step(run(false, false, "2in9_V2"), "config").state()).isEqualTo(State.DONE);
    assertThat(step(run(false, true, "2in9_V2"), "config").text()).contains("as it should be");
  }

  @Test
  void the_emulated_panel_of_a_first_setup_makes_way_for_the_real_one() throws Exception {
    board();
    run(false, true, "emulated:2in9_V2");
    assertThat(step(run(false, true, "2in9_V2"), "config").state()).isEqualTo(State.DONE);
    assertThat(Files.readString(root.resolve("etc/baedge/badge.yaml"))).contains("panel: 2in9_V2");
  }

  @Test
  void a_program_that_a_service_cannot_see_gets_no_unit() throws Exception {
    board();
    Path hidden = root.resolve("home/pi/baedge");
    Files.createDirectories(hidden.getParent());
    Files.move(home, hidden);
    home = hidden;
    SetupStep unit = step(run(false, true, "2in9_V2"), "unit");
    assertThat(unit.state()).isEqualTo(State.MISSING);
    assertThat(unit.advice()).contains("/opt/baedge");
    assertThat(root.resolve("etc/systemd/system/baedge-badge.service")).doesNotExist();
  }

  @Test
  void a_hub_that_the_badge_would_refuse_is_not_written() throws Exception {
    board();
    hub = "hub.local";
    SetupStep config = step(run(false, true, "2in9_V2"), "config");
    assertThat(config.state()).isEqualTo(State.MISSING);
    assertThat(config.text()).contains("hubs has 'hub.local'; it must be like");
    assertThat(root.resolve("etc/baedge/badge.yaml")).doesNotExist();
    assertThat(commands).noneMatch(command -> command.startsWith("systemctl"));
  }

  @Test
  void an_archive_that_cannot_be_made_is_a_warning() throws Exception {
    board();
    commandProblem = "it failed with exit code 1";
    List<SetupStep> steps = run(false, true, "2in9_V2");
    assertThat(step(steps, "archive").state()).isEqualTo(State.WARNING);
    assertThat(step(steps, "service").state()).isEqualTo(State.DONE);
    file("proc/meminfo", "MemTotal:  434016 kB\nMemAvailable:  200000 kB\n");
    commands.clear();
    assertThat(step(run(false, true, "2in9_V2"), "archive").text())
        .contains("only 195 MB of memory are free");
    assertThat(commands).noneMatch(c -> c.endsWith("archive"));
  }

  @Test
  void a_device_that_may_not_be_used_says_which_group_is_missing() throws Exception {
    board();
    kernel.failures.put("open /dev/spidev0.0", 13);
    kernel.failures.put("open /dev/gpiochip0", 13);
    List<SetupStep> steps = run(true, true);
    assertThat(step(steps, "spi").advice()).contains("add it to the group spi");
    assertThat(step(steps, "gpio").advice()).contains("add it to the group gpio");
  }

  @Test
  void a_panel_that_does_not_exist_is_told_with_the_nearest() throws Exception {
    board();
    SetupStep panel = step(run(true, true, "2in9_V3"), "panel");
    assertThat(panel.state()).isEqualTo(State.MISSING);
    assertThat(panel.advice()).contains("2in9");
    assertThat(PanelModel.find("2in9_V3")).isEqualTo(Optional.empty());
  }
}
