package io.baedge.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryRecordLogTest {
  private static final Reading READING = new Reading.Event("boot", "");

  @Test
  void only_what_was_forced_survives_a_power_cut() {
    var log = new MemoryRecordLog();
    log.append(1, List.of(new Sample(1, 0, READING), new Sample(2, 0, READING)), true);
    log.append(1, List.of(new Sample(3, 0, READING)), false);
    assertThat(log.readAll().getFirst().samples()).hasSize(3);
    log.powerCut();
    assertThat(log.readAll().getFirst().samples())
        .extracting(Sample::sequence)
        .containsExactly(1L, 2L);
  }

  @Test
  void forgotten_records_are_gone_and_other_epochs_stay() {
    var log = new MemoryRecordLog();
    log.append(1, List.of(new Sample(1, 0, READING)), true);
    log.append(2, List.of(new Sample(1, 0, READING), new Sample(2, 0, READING)), true);
    log.forget(1, 5);
    log.forget(2, 1);
    log.powerCut();
    assertThat(log.readAll())
        .containsExactly(new RecordLog.Kept(2, List.of(new Sample(2, 0, READING))));
  }
}
