package io.baedge.badge.sense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SenseTest {
  @Test
  void the_first_reading_is_due_at_the_start() {
    var sense = new Sense(new Random(1));
    assertThat(sense.due(1_000)).isFalse();
    sense.start(1_000);
    assertThat(sense.due(1_000)).isTrue();
    assertThat(sense.due(1_000)).isFalse();
  }

  @Test
  void readings_keep_the_cadence_after_a_random_phase() {
    var sense = new Sense(new Random(2));
    sense.start(0);
    List<Long> due = new ArrayList<>();
    for (long ms = 0; ms < 60_000; ms++) {
      if (sense.due(ms)) {
        due.add(ms);
      }
    }
    assertThat(due.get(1)).isBetween(1L, 5_000L);
    for (int i = 2; i < due.size(); i++) {
      assertThat(due.get(i) - due.get(i - 1)).isEqualTo(5_000);
    }
  }

  @Test
  void two_badges_do_not_measure_in_step() {
    var first = new Sense(new Random(3));
    var second = new Sense(new Random(4));
    first.start(0);
    second.start(0);
    assertThat(first.due(0)).isTrue();
    assertThat(second.due(0)).isTrue();
    assertThat(first.deadlineMonoMs()).isNotEqualTo(second.deadlineMonoMs());
  }

  @Test
  void what_was_slept_through_is_measured_once() {
    var sense = new Sense(new Random(5));
    sense.start(0);
    sense.due(0);
    assertThat(sense.due(3_600_000)).isTrue();
    assertThat(sense.due(3_600_000)).isFalse();
    assertThat(sense.deadlineMonoMs()).isBetween(3_600_001L, 3_605_000L);
  }

  @Test
  void a_new_cadence_holds_from_its_first_interval_on() {
    var sense = new Sense(new Random(6));
    sense.start(0);
    sense.due(0);
    sense.cadence(60_000, 10);
    long first = sense.deadlineMonoMs();
    assertThat(first).isBetween(11L, 60_010L);
    assertThat(sense.due(first)).isTrue();
    assertThat(sense.deadlineMonoMs()).isEqualTo(first + 60_000);
  }
}
