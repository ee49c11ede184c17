package io.baedge.screen.java2d;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Values;
import io.baedge.screen.library.ScreenRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a JVM and looks at what it loads. */
class LoadedClassesTest {
  /** What the JVM that is looked at runs: it draws a badge for each name. */
  static final class Draw {
    private Draw() {}

    public static void main(String[] names) {
      var glyphs = new ScriptGlyphs(problem -> System.out.println("PROBLEM " + problem));
      var renderer = new ScreenRenderer(ComposeOptions.DEFAULT.with(glyphs));
      PanelModel panel = PanelModel.find("2in13_V4").orElseThrow();
      for (String name : names) {
        var made =
            renderer.render("wearer", panel, Values.of(Map.of("wearer.name", name))).orElseThrow();
        System.out.println("FALLBACKS " + made.report().fallbacks().size());
      }
    }
  }

  private static String run(String name, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:class+load:stdout", "-Dsun.jnu.encoding=UTF-8"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Draw.class.getName()));
    command.add(name);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  @Test
  void a_latin_greek_or_cyrillic_name_loads_nothing_of_java2d() throws Exception {
    String out = run("Zoë Łukasz Ντίνα Юлія Nguyễn");
    assertThat(out).contains("FALLBACKS 0", "io.baedge.screen.java2d.ScriptGlyphs ");
    assertThat(out)
        .doesNotContain(
            " java.awt.", " sun.awt.", " sun.font.", " sun.java2d.", "screen.java2d.Java2dEngine ");
  }

  @Test
  void an_arabic_name_loads_java2d_without_asking_the_machine_for_its_fonts() throws Exception {
    String out = run("محمد");
    assertThat(out).contains("FALLBACKS 0", " java.awt.Font ").doesNotContain("PROBLEM");
    assertThat(out).doesNotContain(" sun.font.FcFontConfiguration ");
  }

  @Test
  void a_machine_where_fonts_cannot_be_laid_down_shows_stand_ins_and_says_so_once()
      throws Exception {
    String out = run("محمد علي", "-Djava.io.tmpdir=/proc/none");
    assertThat(out).contains("FALLBACKS 6").containsOnlyOnce("PROBLEM");
  }

  @Test
  void fonts_are_laid_down_once_for_all_processes(@TempDir Path temporary) throws Exception {
    for (int start = 0; start < 3; start++) {
      assertThat(run("محمد", "-Djava.io.tmpdir=" + temporary)).contains("FALLBACKS 0");
    }
    try (var files = Files.walk(temporary)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .contains("fontconfig.properties", "NotoSansArabic-Bold.ttf")
          .allMatch(name -> !name.endsWith(".new") && !name.endsWith(".tmp"));
    }
  }
}
