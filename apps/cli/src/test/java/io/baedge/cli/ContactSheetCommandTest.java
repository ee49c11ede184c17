package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetCommandTest {
  @TempDir Path directory;

  private Doc.Fields sheet(Path names) {
    return Cli.run(
            "contact-sheet",
            "--names",
            names.toString(),
            "--panel",
            "2in13_V4",
            "--panel",
            "2in9b_V4",
            "--panel",
            "2in7_V2",
            "--out",
            directory.resolve("sheet.png").toString(),
            "--json")
        .document();
  }

  private static List<String> problems(Doc.Fields said) {
    return ((Doc.Items) said.values().get("problems"))
        .values().stream().map(item -> ((Doc.Text) item).value()).toList();
  }

  @Test
  void the_names_of_the_examples_are_whole_and_have_no_boxes() throws IOException {
    Doc.Fields said = sheet(Path.of("../../examples/names.txt"));
    assertThat(problems(said))
        .noneMatch(problem -> problem.contains("drawn as") || problem.contains("does not fit"));
    var image = ImageIO.read(directory.resolve("sheet.png").toFile());
    assertThat(image.getWidth()).isGreaterThan(2 * (250 + 296 + 264));
    assertThat(image.getHeight()).isGreaterThan(20 * 176);
  }

  @Test
  void a_name_that_cannot_be_shown_is_told() throws IOException {
    Path names = directory.resolve("names.txt");
    Files.writeString(names, "# a comment\n\n𐌰𐌱\n" + "山田".repeat(300) + "\n");
    assertThat(problems(sheet(names)))
        .anyMatch(problem -> problem.startsWith("𐌰𐌱 on 2in13_V4: 𐌰 (U+010330) drawn as"))
        .anyMatch(problem -> problem.contains("the end of the name does not fit"));
  }

  @Test
  void a_missing_list_is_one_sentence() {
    var said =
        Cli.run("contact-sheet", "--names", "/none", "--panel", "2in7_V2", "--out", "/none.png");
    assertThat(said.code()).isEqualTo(Main.FAILED);
    assertThat(said.err()).contains("--names /none cannot be read");
  }
}
