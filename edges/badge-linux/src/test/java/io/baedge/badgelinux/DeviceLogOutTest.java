package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.config.BadgeConfig.LogLevel;
import io.baedge.model.message.DeviceLog.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeviceLogOutTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private DeviceLogOut from(LogLevel level) {
    return new DeviceLogOut(new PrintStream(bytes, true, StandardCharsets.UTF_8), level);
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void of_a_line_that_repeats_the_first_and_every_hundredth_are_shown() {
    DeviceLogOut log = from(LogLevel.INFO);
    for (int i = 0; i < 250; i++) {
      log.line(Level.WARNING, "no hub");
      log.line(Level.INFO, "number " + i % 150);
    }
    assertThat(lines().stream().filter(line -> line.contains("no hub")))
        .containsExactly(
            "warning: no hub", "warning: no hub (100 times)", "warning: no hub (200 times)");
    assertThat(lines().stream().filter(line -> line.contains("number"))).hasSize(150);
  }

  @Test
  void lines_below_the_level_are_left_out() {
    DeviceLogOut log = from(LogLevel.ERROR);
    log.line(Level.INFO, "a");
    log.line(Level.WARNING, "b");
    log.line(Level.ERROR, "c");
    assertThat(lines()).containsExactly("error: c");
  }

  @Test
  void foreign_words_cannot_make_lines_of_their_own() {
    from(LogLevel.INFO).line(Level.INFO, "refused: bye\nerror: all is lost\u001b[31m");
    assertThat(lines()).containsExactly("info: refused: bye error: all is lost [31m");
  }

  @Test
  void memory_of_lines_is_bounded() {
    DeviceLogOut log = from(LogLevel.INFO);
    log.line(Level.INFO, "first");
    for (int i = 0; i < 200; i++) {
      log.line(Level.INFO, "line " + i);
    }
    log.line(Level.INFO, "first");
    assertThat(lines().stream().filter("info: first"::equals)).hasSize(2);
  }
}
