package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.testing.EnabledIfProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The units of {@code deploy/systemd}, as far as they can be checked without installing them. */
class SystemdUnitsTest {
  private static final Path UNITS = Path.of("../../deploy/systemd");
  private static final String LAUNCHER = "/opt/baedge/baedge";

  @TempDir Path directory;

  private static String unit(String name) throws IOException {
    return Files.readString(UNITS.resolve(name));
  }

  /** What follows the launcher on the command line of a unit. */
  private static String[] arguments(String name) throws IOException {
    String line =
        unit(name).lines().filter(each -> each.startsWith("ExecStart=")).findFirst().orElseThrow();
    String[] words = line.substring("ExecStart=".length()).split(" ");
    assertThat(words[0]).isEqualTo(LAUNCHER);
    return Arrays.copyOfRange(words, 1, words.length);
  }

  @Test
  void the_command_line_of_the_badge_is_one_that_it_accepts() throws Exception {
    Optional<QuickBadge.Typed> typed = QuickBadge.read(arguments("baedge-badge.service"));
    assertThat(typed).isPresent();
    assertThat(typed.get().file()).contains(Path.of("/etc/baedge/badge.yaml"));
    assertThat(typed.get().flags()).containsEntry("state", "/var/lib/baedge-badge");
    Path file = Files.writeString(directory.resolve("badge.yaml"), "site: main\n");
    assertThat(Settings.ofBadge(typed.get().flags(), Optional.of(file)).config().state())
        .isEqualTo(Path.of("/var/lib/baedge-badge"));
  }

  @Test
  void the_command_line_of_the_hub_is_one_that_it_accepts() throws Exception {
    Path file = Files.writeString(directory.resolve("hub.yaml"), "site: camp\n");
    List<String> words = new ArrayList<>(List.of(arguments("baedge-hub.service")));
    assertThat(words.getFirst()).isEqualTo("hub");
    words.replaceAll(word -> word.equals("/etc/baedge/hub.yaml") ? file.toString() : word);
    words.add("config");
    Cli.Said said = Cli.run(words.toArray(String[]::new));
    assertThat(said.words()).contains("camp", "/var/lib/baedge-hub");
  }

  @Test
  void a_badge_starts_without_network_without_a_build_and_is_never_given_up() throws Exception {
    String badge = unit("baedge-badge.service");
    assertThat(badge.lines())
        .contains("Restart=always", "StartLimitIntervalSec=0", "Environment=BAEDGE_NO_BUILD=1")
        .noneMatch(line -> line.startsWith("After=") || line.startsWith("Requires="))
        .noneMatch(line -> line.startsWith("Wants="));
  }

  @Test
  @EnabledIfProgram("systemd-analyze")
  void systemd_finds_nothing_wrong() throws Exception {
    Path launcher = Files.createFile(directory.resolve("baedge"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
    for (String name : List.of("baedge-badge.service", "baedge-hub.service")) {
      String here = unit(name).replace(LAUNCHER, launcher.toString());
      command.add(Files.writeString(directory.resolve(name), here).toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEmpty();
    assertThat(process.exitValue()).isZero();
  }
}
