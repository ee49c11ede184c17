package io.baedge.badgelinux;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.emulated.EmulatedBus.Fault;
import io.baedge.badgelinux.glass.DrivenPanel;
import io.baedge.badgelinux.glass.HardwareBus;
import io.baedge.badgelinux.kernel.FakeKernel;
import io.baedge.model.panel.PanelModel;
import io.baedge.mqtt.testing.Await;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PanelTroubleTest {
  private static final String REASON = "the panel's bus answers with an I/O error";

  @TempDir Path directory;

  @Test
  void a_broken_panel_is_503_with_the_reason_until_it_is_mended_and_HTTP_stays_up()
      throws Exception {
    try (RunningBadge badge = RunningBadge.start(directory.resolve("state"))) {
      badge.settledOn("baedge");
      badge.panel.bus().set(Fault.BUS_ERROR);
      badge.write("hardware");
      Await.until("the failure is noticed", () -> badge.get("/v1/status").status() == 503);

      assertThat(badge.get("/v1/status").body())
          .isEqualTo("Panel is broken: the panel&#39;s bus answers with an I/O error");
      assertThat(badge.get("/v1/status/screen").status()).isEqualTo(503);
      RawHttp.Answer write = badge.write("nomad");
      assertThat(write.status()).isEqualTo(503);
      assertThat(write.body()).startsWith("Unable to write to screen: the panel&#39;s bus");
      assertThat(badge.get("/v1/device/frame.png").status()).isEqualTo(404);
      assertThat(badge.get("/v1/device/frame.png").body()).contains("Nobody knows");
      assertThat(badge.get("/").status()).isEqualTo(200);
      assertThat(badge.get("/v1/device/screens").body()).contains(REASON);
      assertThat(badge.logged()).contains(REASON);

      badge.panel.bus().set(Fault.NONE);
      badge.settledOn("nomad");
      assertThat(badge.get("/v1/status").body()).isEqualTo("OK");
      assertThat(badge.get("/v1/metrics").body())
          .containsPattern("baedge_badge_refresh_failures_total [1-9]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BUSY_STUCK,the panel is busy for more than",
    "SHORT_WRITE,the panel&#39;s bus took only",
    "ABSENT,the panel does not answer: its BUSY line never moves"
  })
  void whatever_is_wrong_status_tells_it_and_it_recovers_when_the_cause_goes(
      Fault fault, String words) throws Exception {
    try (RunningBadge badge = RunningBadge.start(directory.resolve("state"))) {
      badge.settledOn("baedge");
      badge.panel.bus().set(fault);
      badge.write("hardware");
      Await.until("the failure is noticed", () -> badge.get("/v1/status").status() == 503);
      assertThat(badge.get("/v1/status").body()).startsWith("Panel is broken: " + words);
      assertThat(badge.get("/").status()).isEqualTo(200);
      badge.panel.bus().set(Fault.NONE);
      badge.settledOn("hardware");
      assertThat(badge.get("/v1/status").body()).isEqualTo("OK");
    }
  }

  @Test
  void another_model_attached_is_told() throws Exception {
    try (RunningBadge badge = RunningBadge.start(directory.resolve("state"))) {
      badge.settledOn("baedge");
      badge.panel.bus().attach(PanelModel.find("2in9b_V3").orElseThrow());
      badge.write("hardware");
      Await.until("the failure is noticed", () -> badge.get("/v1/status").status() == 503);
      assertThat(badge.get("/v1/status").body()).contains("that the model is the one attached");
      badge.panel.bus().attach(PanelModel.find("2in9_V2").orElseThrow());
      badge.settledOn("hardware");
    }
  }

  @Test
  void without_the_interface_the_badge_says_what_to_do_and_its_page_stays() throws Exception {
    var kernel = new FakeKernel();
    var bus = new HardwareBus(() -> kernel, directory);
    var panel = new DrivenPanel(PanelModel.find("2in9_V2").orElseThrow(), bus);
    try (RunningBadge badge =
        RunningBadge.with(panel, directory.resolve("state"), "panel", "2in9_V2")) {
      Await.until("the failure is noticed", () -> badge.get("/v1/status").status() == 503);
      assertThat(badge.get("/v1/status").body())
          .startsWith("Panel is broken: there is no /dev/spidev0.0; enable SPI (raspi-config");
      assertThat(badge.get("/v1/status/screen").status()).isEqualTo(503);
      assertThat(badge.get("/").status()).isEqualTo(200);
      assertThat(badge.get("/v1/status/power").status()).isEqualTo(200);
    }
  }

  @Test
  void a_stuck_panel_holds_up_neither_start_nor_page_nor_writes_nor_the_end() throws Exception {
    RunningBadge badge = RunningBadge.start(directory.resolve("state"), "panel_pace", "1");
    long ended;
    try {
      badge.panel.bus().set(Fault.BUSY_STUCK);
      for (int i = 0; i < 5; i++) {
        assertThat(badge.write(i % 2 == 0 ? "nomad" : "hardware").status()).isEqualTo(200);
      }
      Await.until(
          "the panel is said to be at work",
          () -> badge.get("/v1/status/screen").body().endsWith(", refreshing"));
    } finally {
      long before = System.nanoTime();
      badge.close();
      ended = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
    }
    assertThat(ended).isLessThan(2_000);
    assertThat(badge.process.endedInOrder()).isTrue();
  }

  @Test
  void the_end_leaves_the_picture_on_the_glass() throws Exception {
    RunningBadge badge = RunningBadge.start(directory.resolve("state"));
    badge.settledOn("baedge");
    String before = badge.panel.shown().orElseThrow().hash();
    badge.close();
    assertThat(badge.panel.shown().orElseThrow().hash()).isEqualTo(before);
    assertThat(badge.process.awaitEnd()).isEmpty();
  }
}
