package io.baedge.screen.java2d;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  private Java2dSettings() {}

  static void apply() throws IOException {
    set("java.awt.headless", "true");
    if (System.getProperty("sun.awt.fontconfig") == null) {
      Path file = Files.createTempFile("baedge-fontconfig", ".properties");
      file.toFile().deleteOnExit();
      Files.write(file, NO_FONTS.getBytes(StandardCharsets.ISO_8859_1));
      System.setProperty("sun.awt.fontconfig", file.toString());
    }
  }

  private static void set(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
