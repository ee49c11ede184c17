package io.baedge.badgelinux.work;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that answers and ends. */
final class Brief {
  private static final int MOST_WORDS = 200;
  private static final File NOTHING = new File("/dev/null");

  private Brief() {}

  /** Whether it went well, and what it said otherwise. */
  record Outcome(boolean good, String words) {}

  /** Runs it to its end, for a limited time. */
  static Outcome run(List<String> command, long limitMs) {
    Process process;
    try {
      process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectInput(NOTHING).start();
    } catch (IOException e) {
      return new Outcome(false, command.getFirst() + " does not start: " + e.getMessage());
    }
    try {
      var tail = new Tail(process.getInputStream());
      if (!process.waitFor(limitMs, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Outcome(false, command.getFirst() + " took longer than " + limitMs + " ms");
      }
      return process.exitValue() == 0
          ? new Outcome(true, "")
          : new Outcome(false, told(process.exitValue(), tail.last()));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Outcome(false, "was interrupted");
    }
  }

  /** An exit code in words, with the last thing that was said. */
  static String told(int exitCode, String last) {
    String code = "exit code " + exitCode;
    return last.isEmpty() ? code : code + ": " + last;
  }

  /** The last line that a program says; all it says is read, so that it never waits. */
  static final class Tail {
    private final Thread thread;
    private volatile String last = "";

    Tail(java.io.InputStream from) {
      thread = Thread.ofVirtual().name("work-output").start(() -> read(from));
    }

    private void read(java.io.InputStream from) {
      var line = new StringBuilder();
      byte[] bytes = new byte[4_096];
      try (from) {
        for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
          String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
          text.codePoints().forEach(sign -> take(line, sign));
        }
      } catch (IOException e) {
        // The program is gone; what it said stays.
      }
      keep(line);
    }

    private void take(StringBuilder line, int sign) {
      if (sign == '\n') {
        keep(line);
      } else if (line.length() < MOST_WORDS && sign >= ' ') {
        line.appendCodePoint(sign);
      }
    }

    private void keep(StringBuilder line) {
      last = line.isEmpty() ? last : line.toString();
      line.setLength(0);
    }

    /** Waits a little for what is still on its way. */
    String last() throws InterruptedException {
      thread.join(200);
      return last;
    }
  }
}
