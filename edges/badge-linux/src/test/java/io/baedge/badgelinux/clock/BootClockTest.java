package io.baedge.badgelinux.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.Now;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BootClockTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void it_counts_from_the_boot_as_the_kernel_does() throws Exception {
    var clock = new BootClock();
    long before = uptimeMs();
    long monoMs = clock.now().monoMs();
    long after = uptimeMs();
    // The kernel's file has steps of 10 ms.
    assertThat(monoMs).isBetween(before - 20, after + 20);
  }

  private static long uptimeMs() throws Exception {
    String text = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
    return Math.round(Double.parseDouble(text) * 1_000);
  }

  @Test
  void it_never_goes_back_and_tells_the_wall_time_too() {
    var clock = new BootClock();
    long before = System.currentTimeMillis();
    Now last = clock.now();
    for (int i = 0; i < 10_000; i++) {
      Now now = clock.now();
      assertThat(now.monoMs()).isGreaterThanOrEqualTo(last.monoMs());
      last = now;
    }
    assertThat(last.wallMs()).isBetween(before, System.currentTimeMillis());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "12", "12.3 1.00", "-1.00 2.00", "1.0x"})
  void where_the_kernel_does_not_say_it_is_the_clock_of_the_JVM(
      String text, @TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("uptime"), text);
    for (Path uptime : new Path[] {file, directory.resolve("none")}) {
      var clock = new BootClock(uptime);
      long before = System.nanoTime() / 1_000_000;
      assertThat(clock.now().monoMs()).as(text).isBetween(before, System.nanoTime() / 1_000_000);
    }
  }

  @Test
  void time_in_suspend_counts_and_a_file_that_goes_silent_does_not_stop_the_clock(
      @TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("uptime"), "1000.50 1.00\n");
    var clock = new BootClock(file);
    assertThat(clock.now().monoMs()).isEqualTo(1_000_500);
    Files.writeString(file, "4600.51 1.00\n");
    assertThat(clock.now().monoMs()).isEqualTo(4_600_510);
    Files.writeString(file, "gone");
    assertThat(clock.now().monoMs()).isBetween(4_600_510L, 4_620_510L);
    Files.writeString(file, "1.00 1.00\n");
    assertThat(clock.now().monoMs()).isGreaterThanOrEqualTo(4_600_510L);
  }
}
