package io.baedge.badgelinux;

import io.baedge.badgelinux.config.BadgeConfig.LogLevel;
import io.baedge.model.message.DeviceLog;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the badge's log lines; of a line that repeats only the first and every hundredth. */
final class DeviceLogOut {
  private static final int KINDS = 200;
  private static final int SHOW_EACH = 100;

  private final PrintStream out;
  private final LogLevel from;

  /** How often each line came; the one that came first makes room. */
  private final Map<String, Long> seen = new LinkedHashMap<>();

  DeviceLogOut(PrintStream out, LogLevel from) {
    this.out = out;
    this.from = from;
  }

  /** One line. */
  synchronized void line(DeviceLog.Level level, String text) {
    if (rank(level).compareTo(from) < 0) {
      return;
    }
    if (!seen.containsKey(text) && seen.size() == KINDS) {
      seen.remove(seen.keySet().iterator().next());
    }
    long times = seen.merge(text, 1L, Long::sum);
    if (times == 1) {
      out.println(level.word() + ": " + oneLine(text));
    } else if (times % SHOW_EACH == 0) {
      out.println(level.word() + ": " + oneLine(text) + " (" + times + " times)");
    }
  }

  /** A hub's words could otherwise make lines that look like ours. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static LogLevel rank(DeviceLog.Level level) {
    return switch (level) {
      case INFO -> LogLevel.INFO;
      case WARNING -> LogLevel.WARNING;
      case ERROR -> LogLevel.ERROR;
    };
  }
}
