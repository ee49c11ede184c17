package io.baedge.badgelinux.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.Now;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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
}
