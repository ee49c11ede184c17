package io.baedge.screen.java2d;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// How Java2D must be set before it is loaded, so that it needs neither a display nor the fonts of
/// the machine. What an operator has set stays as it is.
final class Java2dSettings {
  /// With a configuration of its own, the JDK asks neither libfontconfig nor the machine's fonts.
  /// It must name fonts, but a font that is opened from its bytes never uses them.
  private static final String NO_FONTS =
      """
      version=1
      sequence.allfonts=default
      """;

  private static boolean applied;

  private Java2dSettings() {}

  /// Sets it if nothing that draws has been here before.
  ///
  /// @throws IOException if the file that it needs cannot be written
  static synchronized void once() throws IOException {
    if (!applied) {
      apply(new FontFiles());
      applied = true;
    }
  }

  static void apply(FontFiles files) throws IOException {
    set("java.awt.headless", "true");
    // The same shaping by plain native calls: it takes 7 MB and 200 ms less than by method handles.
    set("sun.font.layout.ffm", "false");
    if (System.getProperty("sun.awt.fontconfig") == null) {
      byte[] noFonts = NO_FONTS.getBytes(StandardCharsets.ISO_8859_1);
      Path file = files.file("fontconfig.properties", () -> new ByteArrayInputStream(noFonts));
      System.setProperty("sun.awt.fontconfig", file.toString());
    }
  }

  private static void set(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
