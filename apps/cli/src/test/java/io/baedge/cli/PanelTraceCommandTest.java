package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.panel.TestPicture;
import io.baedge.cli.Cli.Said;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.PngWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PanelTraceCommandTest {
  @TempDir Path directory;

  private static Said trace(String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "panel";
    all[1] = "trace";
    System.arraycopy(args, 0, all, 2, args.length);
    return Cli.run(all);
  }

  private String png(String name, BufferedImage image) throws IOException {
    Path file = directory.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file.toString();
  }

  @Test
  void an_operation_is_one_json_array_in_the_format_of_the_recordings() {
    assertThat(trace("--panel", "2in9b_V3", "--op", "sleep").words())
        .isEqualTo(
            "[{\"c\":\"02\",\"d\":\"\"},{\"c\":\"71\",\"d\":\"\"},{\"busy\":true,\"idle\":1},"
                + "{\"c\":\"07\",\"d\":\"a5\"},{\"delay_ms\":2000},{\"module_exit\":true}]");
    assertThat(trace("--panel", "2in13_V4", "--op", "init_fast").words())
        .startsWith(
            "[{\"module_init\":true},{\"reset\":true,\"seq\":[[1,20],[0,2],[1,20]]},{\"c\":\"12\"")
        .contains("{\"c\":\"18\",\"d\":\"80\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "2in9_V2,display",
    "2in13g,display",
    "2in9b_V4,display",
    "2in13_V2,display",
    "epd2in7b,display"
  })
  void a_png_of_the_test_picture_gives_the_same_as_no_png(String panel, String op)
      throws IOException {
    PanelModel model = Panels.find(panel);
    Path file = directory.resolve("x.png");
    Files.write(file, PngWriter.write(TestPicture.recorded(model), 1));
    assertThat(trace("--panel", panel, "--op", op, "--image", file.toString()).words())
        .isEqualTo(trace("--panel", panel, "--op", op).words());
  }

  @Test
  void greys_are_taken_as_stored_in_grey_and_in_colour_files() throws IOException {
    PanelModel model = Panels.find("2in7_V2");
    byte[] levels = TestPicture.recordedGreys(model);
    int[] shades = {0xFF, 0xC0, 0x80, 0x00};
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB}) {
      var image = new BufferedImage(model.widthPx(), model.heightPx(), type);
      for (int i = 0; i < levels.length; i++) {
        int x = i % model.widthPx();
        int y = i / model.widthPx();
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
          image.getRaster().setSample(x, y, 0, shades[levels[i]]);
        } else {
          image.setRGB(x, y, shades[levels[i]] * 0x010101);
        }
      }
      String file = png("grey.png", image);
      assertThat(trace("--panel", "2in7_V2", "--op", "display_4Gray", "--image", file).words())
          .isEqualTo(trace("--panel", "2in7_V2", "--op", "display_4Gray").words());
    }
  }

  @Test
  void a_window_can_be_given_both_ways() {
    String one =
        trace("--panel", "2in7_V2", "--op", "display_Partial", "--window", "16,32,80,96").words();
    assertThat(one).contains("{\"c\":\"44\",\"d\":\"0209\"}");
    assertThat(trace("--panel", "2in7_V2", "--op", "display_Partial@16,32,80,96").words())
        .isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--panel 2in8 --op init | there is no panel '2in8'",
        "--panel 2in9_V2 --op displayPartial | no operation 'displayPartial'; did you mean",
        "--panel 2in9_V2 --op display --window 0,0,8,8 | always draws all; leave it out",
        "--panel 2in9_V2 --op display_Partial --window 0,0,8 | --window is '0,0,8'; give four",
        "--panel 2in9_V2 --op display_Partial --window 0,0,129,8 | not on the glass",
        "--panel 2in9_V2 --op display_Partial --window 8,8,8,9 | is empty",
        "--panel 2in9_V2 --op display_Partial@0,0,8,8 --window 0,0,8,8 | both give a window",
        "--panel 2in9_V2 --op display --image nowhere.png | there is no file nowhere.png",
        "--panel 2in9_V2 --op display --image @text | is no PNG",
        "--panel 2in9_V2 --op display --image @wide | 296x128 pixels; the panel 2in9_V2 needs 128x296",
        "--panel 2in9_V2 --op display --image @grey | has the colour #808080 at 0,0; use only",
        "--panel 2in9_V2 --op display_4Gray --image @red | has the colour #ff0000 at 0,0; use only",
        "--panel 2in9_V2 | Missing required option: '--op=OP'"
      })
  void wrong_input_is_one_sentence_and_exit_2(String args, String words) throws IOException {
    Files.writeString(directory.resolve("text"), "hello");
    png("wide", new BufferedImage(296, 128, BufferedImage.TYPE_INT_RGB));
    filled("grey", 0x808080);
    filled("red", 0xFF0000);
    Said said = trace(args.replaceAll("--image @", "--image " + directory + "/").split(" "));
    assertThat(said.code()).isEqualTo(Main.WRONG_USAGE);
    assertThat(said.err()).contains(words).hasLineCount(1);
    assertThat(said.out()).isEmpty();
  }

  private void filled(String name, int rgb) throws IOException {
    var image = new BufferedImage(128, 296, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 128 * 296; i++) {
      image.setRGB(i % 128, i / 128, rgb);
    }
    png(name, image);
  }
}
