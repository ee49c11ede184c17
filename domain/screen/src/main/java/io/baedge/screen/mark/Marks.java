package io.baedge.screen.mark;

import io.baedge.screen.Bitmap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The marks that come with Baedge, drawn by hand in `marks/*.txt`: a row of text per row of
/// pixels, `#` = ink.
public final class Marks {
  private static final List<String> NAMES =
      List.of(
          "baedge-16",
          "baedge-24",
          "baedge-32",
          "baedge-48",
          "baedge-64",
          "workload-24",
          "chip-24",
          "megaphone-24",
          "swap-24",
          "battery-24");

  private Marks() {}

  /// Names of all marks.
  public static List<String> names() {
    return NAMES;
  }

  /// The marks as a source of images.
  public static ImageSource source() {
    return name -> Optional.ofNullable(Loaded.MARKS.get(name));
  }

  private static Bitmap load(String name) {
    String resource = name + ".txt";
    try (InputStream in = Marks.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing from this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return Bitmap.ofRows(text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
    }
  }

  private static final class Loaded {
    static final Map<String, Bitmap> MARKS = new TreeMap<>();

    static {
      NAMES.forEach(name -> MARKS.put(name, load(name)));
    }
  }
}
