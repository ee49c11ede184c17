package io.baedge.badgelinux.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PiSugarServerTest extends GaugeContract {
  @TempDir Path root;

  private FakePiSugarServer server;

  private FakePiSugarServer server() throws IOException {
    if (server == null) {
      server = FakePiSugarServer.on(root);
    }
    return server;
  }

  @Override
  Gauge gauge() {
    return new PiSugarServer(root, 1);
  }

  @Override
  void cell(int millivolts) throws IOException {
    int percent = ChargeCurve.PISUGAR_3.percent(millivolts);
    server()
        .say("battery_v", Double.toString(millivolts / 1_000.0))
        .say("battery", percent + ".4")
        .say("battery_power_plugged", "false")
        .say("battery_charging", "false");
  }

  @Override
  void gone() throws IOException {
    server().close();
    server = null;
  }

  @AfterEach
  void end() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void percent_voltage_and_plug_are_asked_for_over_the_unix_socket() throws Exception {
    cell(3_700);
    assertThat(gauge().read())
        .isEqualTo(new GaugeReading(65, 3_700, Reading.UNKNOWN, PowerSource.BATTERY));
    server().say("battery_power_plugged", "true");
    assertThat(gauge().read().source()).isEqualTo(PowerSource.EXTERNAL);
  }

  @Test
  void without_its_socket_it_is_asked_over_TCP() throws Exception {
    try (FakePiSugarServer tcp = FakePiSugarServer.onTcp()) {
      tcp.say("battery_v", "3.7").say("battery", "65").say("battery_power_plugged", "true");
      assertThat(new PiSugarServer(root, tcp.port()).read().percent()).isEqualTo(65);
    }
  }

  @Test
  void a_press_of_its_button_between_answers_is_let_go_and_an_error_stays_unknown()
      throws Exception {
    server().say("battery_v", "3.9").say("battery", "I2C error: not supported").interrupt("single");
    assertThat(gauge().read())
        .isEqualTo(new GaugeReading(Reading.UNKNOWN, 3_900, Reading.UNKNOWN, PowerSource.UNKNOWN));
  }

  @Test
  void what_a_version_does_not_know_costs_nothing_else() throws Exception {
    cell(3_700);
    server().doesNotKnow("battery_power_plugged");
    assertThat(gauge().read())
        .isEqualTo(new GaugeReading(65, 3_700, Reading.UNKNOWN, PowerSource.UNKNOWN));
    server().doesNotKnow("rtc_alarm_disable");
    assertThatExceptionOfType(GaugeFailed.class)
        .isThrownBy(() -> gauge().clock().orElseThrow().stay())
        .withMessageContaining("did not take the alarm back (Invalid request.)");
  }

  @Test
  void a_server_that_says_nothing_is_given_up_after_a_while() throws Exception {
    cell(3_700);
    server().silent();
    assertThatExceptionOfType(GaugeFailed.class)
        .isThrownBy(gauge()::read)
        .withMessageContaining("it does not answer in time");
  }

  @Test
  void the_alarm_is_set_by_the_clock_of_the_PiSugar() throws Exception {
    cell(3_200);
    server().say("rtc_time", "2026-02-01T23:50:00.000+01:00").say("rtc_alarm_enabled", "true");
    gauge().clock().orElseThrow().wake(1_800_000);
    assertThat(server().orders()).containsExactly("rtc_alarm_set 2026-02-02T00:20:00+01:00 127");
    gauge().clock().orElseThrow().stay();
    assertThat(server().orders()).contains("rtc_alarm_disable");
  }

  @Test
  void an_alarm_that_is_not_on_afterwards_is_told() throws Exception {
    cell(3_200);
    server().say("rtc_time", "2026-02-01T23:50:00.000+01:00").say("rtc_alarm_enabled", "false");
    assertThatExceptionOfType(GaugeFailed.class)
        .isThrownBy(() -> gauge().clock().orElseThrow().wake(1_800_000))
        .withMessageContaining("did not take the alarm");
  }
}
