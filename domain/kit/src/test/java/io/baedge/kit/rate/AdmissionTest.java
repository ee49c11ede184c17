package io.baedge.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.kit.rate.Admission.Answer;
import java.util.ArrayDeque;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final double PER_SECOND = 10;

  private final Admission admission = new Admission(PER_SECOND, random(1), 0);

  @Test
  void as_many_as_the_rate_come_in_at_once_and_the_rest_get_slots_one_after_the_other() {
    fill(0);
    long last = 0;
    for (int i = 0; i < 50; i++) {
      long slotMs = refused("late-" + i, 0);
      assertThat(slotMs).isBetween((long) ((i + 1) * 105.2), (long) ((i + 1) * 105.3) + 201);
      last = Math.max(last, slotMs);
    }
    assertThat(last).isGreaterThan(5_000);
    assertThat(admission.holders()).isEqualTo(50);
  }

  @Test
  void a_slot_is_honoured_however_many_newcomers_are_at_the_door() {
    fill(0);
    long slotMs = refused("patient", 0);
    for (long ms = 1; ms < slotMs; ms++) {
      admission.ask("newcomer-" + ms, ms);
    }
    assertThat(admission.ask("patient", slotMs)).isEqualTo(new Answer.Admitted());
  }

  @Test
  void who_comes_before_its_slot_keeps_it_and_gains_nothing() {
    fill(0);
    for (int i = 0; i < 20; i++) {
      refused("before-" + i, 0);
    }
    long slotMs = refused("eager", 0);
    long again = refused("eager", 100);
    assertThat(100 + again).isBetween(slotMs - 200, slotMs);
    assertThat(admission.holders()).isEqualTo(21);
    assertThat(admission.ask("eager", slotMs)).isEqualTo(new Answer.Admitted());
  }

  @Test
  void who_comes_much_too_late_is_a_newcomer_and_its_slot_is_forgotten() {
    fill(0);
    long slotMs = refused("late", 0);
    assertThat(admission.ask("other", slotMs + 60_000)).isEqualTo(new Answer.Admitted());
    assertThat(admission.holders()).isZero();
  }

  @Test
  void slots_lie_never_farther_than_ten_minutes_and_their_number_is_bounded() {
    fill(0);
    for (int i = 0; i < 8_000; i++) {
      assertThat(refused("client-" + i, 0)).isBetween(100L, 600_200L);
    }
    assertThat(admission.holders()).isEqualTo(5_700);
    assertThat(admission.refused()).isEqualTo(8_000);
    assertThat(admission.admitted()).isEqualTo(10);
    assertThat(admission.ask("much-later", 700_000)).isEqualTo(new Answer.Admitted());
    assertThat(admission.holders()).isZero();
  }

  @Test
  void a_door_without_admission_lets_everybody_in() {
    Admission open = Admission.open(random(1));
    for (int i = 0; i < 1_000; i++) {
      assertThat(open.ask("client-" + i, 0)).isEqualTo(new Answer.Admitted());
    }
  }

  /** Crowds of all sizes, with holders that come early, in time, late or never. */
  @Test
  void within_any_time_no_more_come_in_than_the_rate_and_a_bounded_burst() {
    for (long seed = 1; seed <= 50; seed++) {
      RandomGenerator chance = random(seed);
      var door = new Admission(PER_SECOND, random(seed), 0);
      var due = new TreeMap<Long, String>();
      var admittedAtMs = new ArrayDeque<Long>();
      int newcomers = 0;
      for (long ms = 0; ms < 120_000; ms += 1 + chance.nextInt(1 + (int) (seed * 4))) {
        String client =
            !due.isEmpty() && due.firstKey() <= ms
                ? due.pollFirstEntry().getValue()
                : "newcomer-" + newcomers++;
        switch (door.ask(client, ms)) {
          case Answer.Admitted() -> admittedAtMs.add(ms);
          case Answer.Refused(long retryMs) -> {
            if (chance.nextInt(10) > 0) {
              due.put(ms + retryMs + chance.nextInt(3_000) - 300, client);
            }
          }
        }
        while (!admittedAtMs.isEmpty() && admittedAtMs.peekFirst() <= ms - 10_000) {
          admittedAtMs.removeFirst();
        }
        assertThat(admittedAtMs.size())
            .as("seed %d at %d ms", seed, ms)
            .isLessThanOrEqualTo((int) (PER_SECOND * (10 + 3.3)));
      }
      assertThat(door.admitted()).as("seed %d", seed).isGreaterThan(120 * 5);
    }
  }

  private void fill(long nowMs) {
    for (int i = 0; i < (int) PER_SECOND; i++) {
      assertThat(admission.ask("first-" + i, nowMs)).isEqualTo(new Answer.Admitted());
    }
  }

  private long refused(String client, long nowMs) {
    Answer answer = admission.ask(client, nowMs);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).retryAfterMs();
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
