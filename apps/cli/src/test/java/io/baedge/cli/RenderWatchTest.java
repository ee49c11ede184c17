package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody makes a screen: each time the editor saves, the picture follows. */
class RenderWatchTest {
  private static final String GOOD = "layout: {text: \"Lunch\", size: 20}\n";

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Deque<Runnable> edits = new ArrayDeque<>();

  private int render(String... args) {
    RenderCommand.Pause pause =
        () -> {
          Runnable edit = edits.poll();
          if (edit == null) {
            throw new InterruptedException();
          }
          edit.run();
        };
    return Main.run(
        new RenderCommand(pause), new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> drawn() {
    return out.toString().lines().filter(line -> line.startsWith("wrote ")).toList();
  }

  @Test
  void a_file_is_drawn_again_when_it_changes_and_a_bad_one_is_one_sentence_with_its_place()
      throws IOException {
    Path screen = file("lunch.yaml", GOOD);
    Path picture = directory.resolve("lunch.png");
    byte[][] before = new byte[1][];
    edits.add(() -> before[0] = bytes(picture));
    edits.add(() -> file("lunch.yaml", "layout: {txet: \"Lunch\"}\n"));
    edits.add(() -> assertThat(bytes(picture)).as("the last good one").isEqualTo(before[0]));
    edits.add(() -> file("lunch.yaml", "layout: {text: \"Dinner at eight\", size: 20}\n"));

    int code = render("--screen=" + screen, "--panel=2in9_V2", "--out=" + picture, "--watch");

    assertThat(code).isZero();
    assertThat(drawn()).hasSize(2);
    assertThat(err.toString()).contains("lunch.yaml").contains("line 1").contains("txet");
    assertThat(bytes(picture)).isNotEqualTo(before[0]);
  }

  @Test
  void a_picture_beside_the_layout_is_drawn_with_it() throws IOException {
    var black = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(black, "png", directory.resolve("logo.png").toFile());
    file("logo-screen.yaml", "screen: logo-screen\nlayout: {image: logo.png}\n");
    Path picture = directory.resolve("out").resolve("p.png");
    Files.createDirectories(picture.getParent());

    int code =
        render(
            "--screen=logo-screen",
            "--screens=" + directory,
            "--panel=2in9_V2",
            "--out=" + picture);

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    BufferedImage made = ImageIO.read(picture.toFile());
    int ink = 0;
    for (int x = 0; x < made.getWidth(); x++) {
      for (int y = 0; y < made.getHeight(); y++) {
        ink += made.getRGB(x, y) == Color.BLACK.getRGB() ? 1 : 0;
      }
    }
    assertThat(ink).isEqualTo(64 * 64);
  }

  @Test
  void a_picture_that_is_none_is_told() {
    file("logo.png", "no picture at all");
    file("logo-screen.yaml", "screen: logo-screen\nlayout: {column: [{image: logo.png}]}\n");

    render(
        "--screen=logo-screen",
        "--screens=" + directory,
        "--panel=2in9_V2",
        "--out=" + directory.resolve("x.png"));

    assertThat(err.toString()).contains("logo.png");
  }

  @Test
  void a_built_in_screen_has_no_files_to_watch() {
    int code =
        render(
            "--screen=wearer", "--panel=2in9_V2", "--out=" + directory.resolve("x.png"), "--watch");

    assertThat(code).isEqualTo(Main.WRONG_USAGE);
    assertThat(err.toString()).contains("--screens DIR");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
