package io.baedge.badgelinux.panel;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What the vendor's drivers sent, and the pictures that they were given. */
final class Recordings {
  private static final Pattern EVENT = Pattern.compile("\\{[^{}]*}");

  /** One operation of one driver, recorded alone. */
  record Recording(String model, String operation, List<String> events) {
    PanelModel panel() {
      return PanelModel.find(model).orElseThrow();
    }

    @Override
    public String toString() {
      return model + " " + operation;
    }
  }

  private Recordings() {}

  static List<Recording> all() {
    List<Recording> all = new ArrayList<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(Recordings.class.getResourceAsStream("traces.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] parts = line.split("\t");
        List<String> events = EVENT.matcher(parts[2]).results().map(MatchResult::group).toList();
        all.add(new Recording(parts[0], parts[1], events));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Whether the recorded picture is black there. */
  static boolean black(int x, int y) {
    return (7 * x + 13 * y) % 5 == 0;
  }

  /** The recorded picture in the inks of a panel, native portrait. */
  static Planes picture(PanelModel panel) {
    Palette palette = Palette.of(panel);
    byte[] pixels = new byte[panel.widthPx() * panel.heightPx()];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % panel.widthPx();
      int y = i / panel.widthPx();
      boolean accent = palette.inks() > 2 && (3 * x + 11 * y) % 7 == 0;
      boolean second = palette.inks() > 3 && (5 * x + 3 * y) % 11 == 0;
      pixels[i] = (byte) (black(x, y) ? 1 : accent ? 2 : second ? 3 : 0);
    }
    return Planes.of(new Frame(panel.widthPx(), panel.heightPx(), palette, pixels), panel);
  }

  /** The recorded picture in four greys, native portrait. */
  static Planes greys(PanelModel panel) {
    byte[] levels = new byte[panel.widthPx() * panel.heightPx()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) ((7 * (i % panel.widthPx()) + 13 * (i / panel.widthPx())) % 4);
    }
    return Planes.ofGreys(levels, panel);
  }
}
