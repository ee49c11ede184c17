package io.baedge.badgelinux.setup;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the machine. */
public interface Commands {
  /** Runs one, at most so long; empty when it went well, else a sentence. */
  String run(List<String> command, long limitS);

  /** On this machine. */
  static Commands real() {
    return (command, limitS) -> {
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(limitS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return String.join(" ", command) + " did not end within " + limitS + " s";
        }
        int exit = process.exitValue();
        return exit == 0 ? "" : String.join(" ", command) + " failed with exit code " + exit;
      } catch (IOException e) {
        return String.join(" ", command) + " cannot be run: " + e.getMessage();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return String.join(" ", command) + " was interrupted";
      }
    };
  }
}
