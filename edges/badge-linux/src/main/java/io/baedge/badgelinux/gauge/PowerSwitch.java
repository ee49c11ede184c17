package io.baedge.badgelinux.gauge;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Halts a board. */
public interface PowerSwitch {
  /** Begins the shutdown; it goes on after the return. */
  void off() throws GaugeFailed;

  /** Asks systemd. */
  static void systemd() throws GaugeFailed {
    try {
      Process process =
          new ProcessBuilder("systemctl", "--no-ask-password", "poweroff")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroy();
        throw new GaugeFailed("systemctl poweroff does not end; see journalctl");
      }
      if (process.exitValue() != 0) {
        throw new GaugeFailed(
            "systemctl poweroff is refused; allow it to the badge's user (docs/hardware.md, Naps)");
      }
    } catch (IOException e) {
      throw new GaugeFailed("there is no systemctl to halt the board with: " + e.getMessage());
    } catch (InterruptedException e) {
      // The order was given; that this process ends is most likely what came of it.
      Thread.currentThread().interrupt();
    }
  }
}
