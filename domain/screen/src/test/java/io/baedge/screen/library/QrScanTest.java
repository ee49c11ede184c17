package io.baedge.screen.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.PngWriter;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.FrameReport.QrNote;
import io.baedge.screen.compose.Values;
import io.baedge.screen.layout.Orientation;
import io.baedge.testing.EnabledIfProgram;
import io.baedge.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An independent reader sees what the codes on the pictures say.
@EnabledIfProgram("zbarimg")
class QrScanTest {
  private static final int ROUNDS = 5;

  @TempDir Path folder;

  private final Map<String, String> expected = new LinkedHashMap<>();

  @Test
  void every_code_on_every_size_of_panel_is_read() throws IOException, InterruptedException {
    for (Orientation orientation : Orientation.values()) {
      ScreenRenderer renderer = new ScreenRenderer(ComposeOptions.DEFAULT.with(orientation));
      for (String screen : new String[] {"wearer", "claim"}) {
        for (String name : new String[] {"2in13d", "2in13_V4", "2in13g", "2in7b", "2in9_V2"}) {
          PanelModel panel = PanelModel.find(name).orElseThrow();
          for (int round = 0; round < ROUNDS; round++) {
            Values values = values(new SplittableRandom(round * 31L + panel.name().hashCode()));
            Composition made = renderer.render(screen, panel, values).orElseThrow();
            keep(made, screen + "-" + panel.name() + "-" + orientation + "-" + round);
          }
        }
      }
    }
    assertThat(expected).hasSizeGreaterThan(90);
    assertThat(read()).isEqualTo(expected);
  }

  private static Values values(SplittableRandom random) {
    String tail = Long.toString(random.nextLong(1L << 40), 36);
    return SampleValues.adaLovelace()
        .with("wearer.link", "https://example.org/" + tail.repeat(1 + random.nextInt(4)))
        .with("claim.url", "https://hub.example.org/claim/" + tail);
  }

  private void keep(Composition made, String name) throws IOException {
    for (QrNote qr : made.report().qrCodes()) {
      if (qr.drawn()) {
        Files.write(folder.resolve(name + ".png"), PngWriter.write(made.frame(), 2));
        expected.put(name, qr.text());
      }
    }
  }

  private Map<String, String> read() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Programs.require("zbarimg").toString(), "-q", "--xml"));
    expected.keySet().forEach(name -> command.add(folder.resolve(name + ".png").toString()));
    Path output = folder.resolve("out.xml");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return parse(Files.readString(output, StandardCharsets.UTF_8));
  }

  private static Map<String, String> parse(String xml) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String source : xml.split("<source ")) {
      int href = source.indexOf("href='");
      int data = source.indexOf("<![CDATA[");
      if (href >= 0 && data >= 0) {
        String file = source.substring(href + 6, source.indexOf('\'', href + 6));
        String name = file.substring(file.lastIndexOf('/') + 1).replace(".png", "");
        found.put(name, source.substring(data + 9, source.indexOf("]]>", data)));
      }
    }
    return found;
  }
}
