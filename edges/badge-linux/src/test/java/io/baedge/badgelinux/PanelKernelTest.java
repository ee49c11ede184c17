package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.glass.DrivenPanel;
import io.baedge.badgelinux.glass.HardwareBus;
import io.baedge.badgelinux.kernel.FakeKernel;
import io.baedge.model.panel.PanelModel;
import io.baedge.mqtt.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole badge with the driver of a real panel, on a kernel that fails when told to. */
final class PanelKernelTest {
  private static final int BUSY = 24;
  private static final int DATA = 25;
  private static final byte REFRESH = 0x20;

  @TempDir Path directory;

  private final FakeKernel kernel = new FakeKernel();
  private volatile boolean attached = true;

  /** The controller is busy for a moment after each refresh, like that of a 2in9_V2. */
  @BeforeEach
  void board() throws Exception {
    Files.createDirectories(directory.resolve("dev"));
    Files.createFile(directory.resolve("dev/gpiochip0"));
    kernel.devices.put("/dev/spidev0.0", "");
    kernel.devices.put("/dev/gpiochip0", "pinctrl-bcm2835");
    kernel.onMessage =
        bytes -> {
          boolean command = !kernel.levels.getOrDefault(DATA, false);
          if (attached && command && bytes.length > 0 && bytes[0] == REFRESH) {
            kernel.levels.put(BUSY, true);
            CompletableFuture.delayedExecutor(60, TimeUnit.MILLISECONDS)
                .execute(() -> kernel.levels.put(BUSY, false));
          }
        };
  }

  @ParameterizedTest
  @CsvSource({
    "write,5,answers with an I/O error (errno 5)",
    "write,19,has gone away (errno 19)",
    "ioctl c010b40f,16,is in use by another program",
    "short write,0,took only 0 of",
    "absent,0,the panel does not answer: its BUSY line never moves"
  })
  void each_trouble_is_told_HTTP_stays_up_and_it_recovers_when_the_cause_goes(
      String call, int errno, String words) throws Exception {
    var bus = new HardwareBus(() -> kernel, directory);
    var panel = new DrivenPanel(PanelModel.find("2in9_V2").orElseThrow(), bus);
    try (RunningBadge badge =
        RunningBadge.with(panel, directory.resolve("state"), "panel", "2in9_V2")) {
      badge.settledOn("baedge");
      switch (call) {
        case "short write" -> kernel.mostBytes = 0;
        case "absent" -> attached = false;
        default -> kernel.failures.put(call, errno);
      }
      badge.write("hardware");
      Await.until("the failure is noticed", () -> badge.get("/v1/status").status() == 503);
      assertThat(badge.get("/v1/status").body()).startsWith("Panel is broken: ").contains(words);
      assertThat(badge.get("/").status()).isEqualTo(200);
      assertThat(badge.get("/v1/status/power").status()).isEqualTo(200);

      kernel.mostBytes = Integer.MAX_VALUE;
      attached = true;
      kernel.failures.clear();
      badge.settledOn("hardware");
      assertThat(badge.get("/v1/status").body()).isEqualTo("OK");
    }
  }
}
