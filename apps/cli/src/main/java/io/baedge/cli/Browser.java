package io.baedge.cli;

import java.io.IOException;
import java.util.List;

/** Opens an address for a person who sits at this machine. */
final class Browser {
  private static final List<String> OPENERS = List.of("xdg-open", "open");

  private Browser() {}

  /** Tries; a machine without a desktop stays quiet, the address was printed anyway. */
  static void open(String address) {
    if (System.getenv("DISPLAY") == null
        && System.getenv("WAYLAND_DISPLAY") == null
        && !System.getProperty("os.name", "").startsWith("Mac")) {
      return;
    }
    for (String opener : OPENERS) {
      try {
        new ProcessBuilder(opener, address)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        return;
      } catch (IOException e) {
        // Not installed: the next one.
      }
    }
  }
}
