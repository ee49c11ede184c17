package io.baedge.badgelinux;

import io.baedge.badgelinux.config.BadgeConfig.LogLevel;
import io.baedge.kit.fault.FaultLog;
import io.baedge.model.message.DeviceLog;
import java.io.PrintStream;

/** Writes the badge's log lines, and of a repeated one only every hundredth. */
final class DeviceLogOut {
  private static final int KINDS = 200;
  private static final int SHOW_EACH = 100;

  private final PrintStream out;
  private final LogLevel from;
  private final FaultLog seen = new FaultLog(KINDS);
  private long lines;

  DeviceLogOut(PrintStream out, LogLevel from) {
    this.out = out;
    this.from = from;
  }

  /** One line. */
  synchronized void line(DeviceLog.Level level, String text) {
    LogLevel rank =
        switch (level) {
          case INFO -> LogLevel.INFO;
          case WARNING -> LogLevel.WARNING;
          case ERROR -> LogLevel.ERROR;
        };
    boolean isNew = seen.note(text, text, ++lines);
    if (rank.compareTo(from) >= 0 && (isNew || lines % SHOW_EACH == 0)) {
      out.println(level.word() + ": " + text);
    }
  }
}
