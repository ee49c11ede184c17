package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadgeSetupCommandTest {
  @TempDir Path root;

  @Test
  void a_machine_without_SPI_is_told_what_is_missing_and_the_exit_code_says_so() {
    Cli.Said said = Cli.run("badge", "setup", "--check", "--root", root.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains("there is no /dev/spidev0.0")
        .contains("without SPI and GPIO no real panel can be tried")
        .contains("do what is said above");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void a_program_gets_one_document() {
    Cli.Said said = Cli.run("badge", "setup", "--check", "--json", "--root", root.toString());
    assertThat(said.out()).startsWith("{").contains("\"ok\": false", "\"step\": \"spi\"");
  }

  @Test
  void a_program_cannot_be_asked() {
    Cli.Said said = Cli.run("badge", "setup", "--json", "--root", root.toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("give --yes or --check too");
  }

  @Test
  void a_small_board_is_not_built_on_and_the_launcher_names_the_tarball() throws Exception {
    Files.copy(Path.of("../../baedge"), root.resolve("baedge"));
    Files.createDirectory(root.resolve(".mvn"));
    Files.copy(Path.of("../../.mvn/jdk.sh"), root.resolve(".mvn/jdk.sh"));
    Path memory = Files.writeString(root.resolve("meminfo"), "MemTotal:  434016 kB\n");
    var builder = new ProcessBuilder("sh", root.resolve("baedge").toString(), "badge");
    builder.environment().put("BAEDGE_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("BAEDGE_MEMINFO", memory.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = text(process);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(said).contains("has only 423 MB of memory", "baedge-badge-VERSION.tar.gz");
    assertThat(said.strip().lines()).hasSize(1);
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
