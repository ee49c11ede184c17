package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.doc.Doc;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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

  /** Width and pixels; the bytes of the file depend on how it is compressed. */
  static List<Integer> pixels(Path png) throws IOException {
    BufferedImage image = ImageIO.read(png.toFile());
    int width = image.getWidth();
    int[] rgb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    return IntStream.concat(IntStream.of(width), IntStream.of(rgb)).boxed().toList();
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

  @Test
  void the_picture_of_all_icons_in_the_documentation_is_the_one_that_is_drawn() throws IOException {
    Path out = directory.resolve("icons.png");
    Cli.run("contact-sheet", "--icons", "--out", out.toString()).words();
    assertThat(pixels(out))
        .as("draw docs/images/icons.png again: ./baedge contact-sheet --icons --out FILE")
        .isEqualTo(pixels(Path.of("../../docs/images/icons.png")));
  }

  @Test
  void a_folder_of_screens_is_drawn_on_every_panel_and_what_does_not_fit_is_told()
      throws IOException {
    Files.writeString(directory.resolve("lunch.yaml"), "layout: {text: 'Soup {value.price}'}");
    Files.writeString(
        directory.resolve("long.yaml"), "layout: {text: " + "word ".repeat(40) + ", size: 40}");
    Path out = directory.resolve("sheet.png");
    Doc.Fields said =
        Cli.run(
                "contact-sheet",
                "--screens",
                directory.toString(),
                "--panel",
                "2in7_V2",
                "--portrait",
                "--out",
                out.toString(),
                "--json")
            .document();
    assertThat(problems(said))
        .containsExactly(
            "long on 2in7_V2: the end of a text does not fit",
            "lunch on 2in7_V2: no value for value.price");
    assertThat(ImageIO.read(out.toFile()).getHeight()).isGreaterThan(264);
    var none = Cli.run("contact-sheet", "--screens", directory.toString(), "--out", out.toString());
    assertThat(none.err()).contains("--panel is missing; give a model such as 2in9_V2");
  }

  @Test
  void a_picture_that_cannot_be_drawn_is_told() throws IOException {
    Files.writeString(directory.resolve("sponsor.yaml"), "layout: {image: sponsor.svg}");
    Files.writeString(directory.resolve("sponsor.svg"), "no drawing");
    Doc.Fields said =
        Cli.run(
                "contact-sheet",
                "--screens",
                directory.toString(),
                "--panel",
                "2in7_V2",
                "--out",
                directory.resolve("sheet.png").toString(),
                "--json")
            .document();
    assertThat(problems(said)).contains("sponsor.svg is no SVG");
  }
}
