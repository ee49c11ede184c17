package io.baedge.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.ingest.DrainPace;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainPaceTest {
  private final DrainPace pace = new DrainPace(1_000);

  @Test
  void a_lone_device_may_hurry_and_a_hall_shares_the_budget() {
    assertThat(pace.grant(0, 0)).isEqualTo(DrainPace.MOST_PER_S);
    drain(600, 0);
    assertThat(pace.draining()).isEqualTo(600);
    assertThat(pace.grant(0, 0)).isEqualTo(20);
    drain(100_000, 0);
    assertThat(pace.grant(0, 0)).isEqualTo(DrainPace.LEAST_PER_S);
  }

  @Test
  void the_more_waits_for_the_store_the_less_is_granted_but_never_nothing() {
    drain(600, 0);
    int before = Integer.MAX_VALUE;
    for (int waiting = 0; waiting <= 2_000; waiting += 100) {
      int grant = pace.grant(waiting, 0);
      assertThat(grant).isBetween(DrainPace.LEAST_PER_S, before);
      before = grant;
    }
    assertThat(pace.grant(500, 0)).isEqualTo(10);
    assertThat(pace.grant(1_000, 0)).isEqualTo(DrainPace.LEAST_PER_S);
  }

  @Test
  void the_longer_messages_wait_for_a_slow_store_the_less_is_granted() {
    drain(100, 0);
    assertThat(pace.grant(10, 0)).isEqualTo(118);
    assertThat(pace.grant(10, 1_000)).isEqualTo(60);
    assertThat(pace.grant(10, 2_000)).isEqualTo(DrainPace.LEAST_PER_S);
    assertThat(pace.grant(10, 60_000)).isEqualTo(DrainPace.LEAST_PER_S);
  }

  @Test
  void who_has_sent_nothing_old_for_a_while_no_longer_drains() {
    drain(100, 0);
    pace.heard(device(1), telemetry(100_000, 99_000), 20_000);
    assertThat(pace.draining()).as("live records take nobody's share").isEqualTo(100);
    pace.heard(device(2), telemetry(100_000, 1_000), 20_000);
    pace.heard(device(3), telemetry(100_000, 99_000), 30_000);
    assertThat(pace.draining()).isEqualTo(1);
  }

  @Test
  void records_of_an_earlier_start_are_old_and_an_empty_batch_is_not() {
    pace.heard(device(1), telemetry(Telemetry.NO_ANCHOR, 1), 0);
    pace.heard(device(2), new Telemetry(1, 1, 900_000, List.of()), 0);
    assertThat(pace.draining()).isEqualTo(1);
  }

  private void drain(int devices, long monoMs) {
    for (int i = 0; i < devices; i++) {
      pace.heard(device(i), telemetry(100_000, 1_000), monoMs);
    }
  }

  private static Telemetry telemetry(long sentMonoMs, long takenMonoMs) {
    var sample = new Sample(1, takenMonoMs, new Reading.Event("boot", ""));
    return new Telemetry(1, 1, sentMonoMs, List.of(sample));
  }

  private static DeviceId device(int number) {
    return DeviceId.ofPublicKey(("device " + number).getBytes(StandardCharsets.UTF_8));
  }
}
