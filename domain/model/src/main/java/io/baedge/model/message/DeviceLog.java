package io.baedge.model.message;

import java.util.List;
import java.util.Locale;

/**
 * Lines of a device's log.
 *
 * @param dropped how many lines the device could not keep since its start
 */
public record DeviceLog(long epoch, long dropped, List<Line> lines) implements UpMessage {
  public DeviceLog {
    lines = List.copyOf(lines);
  }

  /** One line. */
  public record Line(long monoMs, Level level, String text) {}

  /** How bad it is. */
  public enum Level {
    INFO,
    WARNING,
    ERROR;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
