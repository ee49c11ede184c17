package io.baedge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is unpacked on a board runs there by itself: no source tree, no Maven, no hub's classes. */
@EnabledOnOs(OS.LINUX)
class BadgeTarballTest {
  private static final Path TREE = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Pattern ADDRESS = Pattern.compile("http://[^ ]*:(\\d+)/");

  private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static ProcessBuilder onBoard(Path launcher, String... args) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).directory(launcher.getParent().toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("BAEDGE_JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private static Path unpacked(Path directory) throws Exception {
    Path jar = TREE.resolve("apps/cli/target/baedge-cli.jar");
    Path classpath = TREE.resolve("apps/cli/target/classpath");
    Assumptions.assumeTrue(
        Files.isReadable(jar) && Files.isReadable(classpath),
        "skipping the tarball: the command line is not packaged; run mvn verify");
    Path tarball = directory.resolve("badge.tgz");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    run(
        new ProcessBuilder(
            java,
            "-cp",
            jar + ":" + Files.readString(classpath).strip(),
            "io.baedge.cli.Main",
            "badge",
            "tarball",
            "--out",
            tarball.toString()));
    run(new ProcessBuilder("tar", "-xzf", tarball.toString(), "-C", directory.toString()));
    try (var files = Files.list(directory)) {
      return files.filter(Files::isDirectory).findFirst().orElseThrow().resolve("baedge");
    }
  }

  @Test
  void a_badge_starts_from_the_tarball_and_draws(@TempDir Path directory) throws Exception {
    Path launcher = unpacked(directory);

    try (var jars = Files.list(launcher.resolveSibling("lib"))) {
      assertThat(jars.map(jar -> String.valueOf(jar.getFileName())))
          .hasSizeLessThan(30)
          .noneMatch(jar -> jar.contains("netty") || jar.contains("hub") || jar.contains("sqlite"));
    }
    assertThat(run(onBoard(launcher, "--help")))
        .contains("badge", "panel")
        .doesNotContain("  simulate");
    run(
        onBoard(
            launcher,
            "render",
            "--screen=wearer",
            "--panel=2in9_V2",
            "--out=" + directory.resolve("me.png")));
    assertThat(directory.resolve("me.png")).isNotEmptyFile();

    Process badge =
        onBoard(
                launcher,
                "badge",
                "--panel=emulated:2in9_V2",
                "--http=0",
                "--hub=127.0.0.1:9",
                "--state=" + directory.resolve("state"))
            .redirectErrorStream(true)
            .start();
    try (var out =
            new BufferedReader(
                new InputStreamReader(badge.getInputStream(), StandardCharsets.UTF_8));
        HttpClient client = HttpClient.newHttpClient()) {
      Matcher address = ADDRESS.matcher(String.valueOf(out.readLine()));
      assertThat(address.find()).as("the first line names the page").isTrue();
      URI status = URI.create("http://127.0.0.1:" + address.group(1) + "/v1/status/uplink");
      HttpResponse<String> answer =
          client.send(HttpRequest.newBuilder(status).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"device\"");
    } finally {
      badge.destroy();
      badge.waitFor();
    }
  }
}
