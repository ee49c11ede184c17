package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import io.baedge.screen.library.Screens;
import io.baedge.testing.EnabledIfProgram;
import io.baedge.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RenderCommandTest {
  private static final int SCALE = 4;
  private static final String LINK = "https://example.org/people/ada-lovelace";

  @TempDir Path directory;

  /** Every built-in screen on one panel of each size, 122×250, 176×264 and 128×296. */
  static Stream<Arguments> pictures() {
    return Stream.concat(Screens.NAMES.stream(), Screens.ALIASES.keySet().stream())
        .flatMap(
            screen ->
                Stream.of(
                    Arguments.of(screen, "2in13_V4", 250, 122),
                    Arguments.of(screen, "2in7_V2", 264, 176),
                    Arguments.of(screen, "2in9b_V4", 296, 128)));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void every_screen_becomes_a_picture_of_the_panel_s_size(
      String screen, String panel, int width, int height) throws IOException {
    Path out = directory.resolve("picture.png");
    Doc.Fields said =
        Cli.run("render", "--screen", screen, "--panel", panel, "--out", out.toString(), "--json")
            .document();
    assertThat(said.values().get("nothingCut")).isEqualTo(new Doc.Bool(true));
    assertThat(said.values().get("everyQrDrawn")).isEqualTo(new Doc.Bool(true));
    assertThat(HubApi.number(said, "width")).isEqualTo(width);
    var image = ImageIO.read(out.toFile());
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(width, height);
    assertThat(Files.size(out)).isGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  @EnabledIfProgram("zbarimg")
  void the_code_of_a_screen_that_has_one_is_read_by_a_scanner(
      String screen, String panel, int width, int height) throws Exception {
    Path out = directory.resolve("picture.png");
    Doc.Fields said =
        Cli.run(
                "render",
                "--screen",
                screen,
                "--panel",
                panel,
                "--set",
                "wearer.link=" + LINK,
                "--scale",
                Integer.toString(SCALE),
                "--out",
                out.toString(),
                "--json")
            .document();
    var image = ImageIO.read(out.toFile());
    assertThat(List.of(image.getWidth(), image.getHeight()))
        .containsExactly(width * SCALE, height * SCALE);
    List<String> codes =
        ((Doc.Items) said.values().get("qrCodes"))
            .values().stream().map(code -> ((Doc.Text) code).value()).toList();
    if (screen.equals("wearer")) {
      assertThat(codes).contains(LINK);
    }
    if (!codes.isEmpty()) {
      assertThat(scanned(out)).containsExactlyInAnyOrderElementsOf(codes);
    }
  }

  private static List<String> scanned(Path picture) throws Exception {
    String program = Programs.require("zbarimg").toString();
    Process process =
        new ProcessBuilder(program, "--quiet", "--raw", picture.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.lines().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "schedule,full,schedule",
    "schedule,essential,wearer",
    "announcement,essential,announcement",
    "wearer,last-gasp,last-gasp",
    "claim,nap,claim"
  })
  void a_tier_shows_what_it_would_show_instead(String screen, String tier, String shown) {
    Path out = directory.resolve("picture.png");
    Doc.Fields said =
        Cli.run(
                "render",
                "--screen",
                screen,
                "--panel",
                "2in9b_V4",
                "--tier",
                tier,
                "--out",
                out.toString(),
                "--json")
            .document();
    assertThat(HubApi.text(said, "shown")).isEqualTo(shown);
  }

  @Test
  void a_theme_gives_a_screen_its_logo_and_bands_and_a_bad_one_is_one_sentence()
      throws IOException {
    Path theme = directory.resolve("theme.yaml");
    Path out = directory.resolve("picture.png");
    Files.writeString(
        theme, "{name: Edge Days, logo: logo.svg, roles: {speaker: {ground: black}}}");
    Files.writeString(
        directory.resolve("logo.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='20'>"
            + "<rect width='60' height='20'/></svg>");
    Doc.Fields plain = wearer(out).document();
    Doc.Fields themed = wearer(out, "--theme", theme.toString()).document();
    assertThat(HubApi.text(themed, "hash")).isNotEqualTo(HubApi.text(plain, "hash"));
    assertThat(themed.values().get("nothingCut")).isEqualTo(new Doc.Bool(true));
    Files.writeString(theme, "roles: {speaker: {grund: black}}");
    Cli.Said bad = wearer(out, "--theme", theme.toString());
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.err())
        .contains(
            "theme.yaml, line 1, column 26: roles.speaker.grund is unknown here; did you mean"
                + " 'ground'?");
  }

  private static Cli.Said wearer(Path out, String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of(
                    "render",
                    "--screen",
                    "wearer",
                    "--panel",
                    "2in9b_V4",
                    "--out",
                    out.toString(),
                    "--json"),
                Stream.of(more))
            .toArray(String[]::new));
  }
}
