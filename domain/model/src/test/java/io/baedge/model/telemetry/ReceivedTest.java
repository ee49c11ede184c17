package io.baedge.model.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ReceivedTest {
  @Test
  void behaves_as_a_plain_set_of_numbers() {
    for (long seed = 1; seed <= 200; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      Received received = Received.NOTHING;
      var model = new TreeSet<Long>();
      for (int step = 0; step < 60; step++) {
        long from = 1L + random.nextInt(120);
        if (random.nextInt(8) == 0) {
          received = received.raisedBelow(from);
          for (long i = 1; i < from; i++) {
            model.add(i);
          }
        } else {
          long to = from + random.nextInt(10);
          received = received.with(from, to);
          for (long i = from; i <= to; i++) {
            model.add(i);
          }
        }
        for (long i = 1; i <= 140; i++) {
          assertThat(received.contains(i))
              .as("seed %d, number %d", seed, i)
              .isEqualTo(model.contains(i));
        }
        assertThat(received.above().contains(received.contiguous() + 1)).isFalse();
      }
    }
  }

  @Test
  void an_acknowledgement_carries_at_most_32_ranges() {
    Received received = Received.NOTHING;
    for (int i = 0; i < 50; i++) {
      received = received.with(10 + 2 * i, 10 + 2 * i);
    }
    assertThat(received.above().ranges()).hasSize(50);
    assertThat(received.forAcknowledgement().above().ranges()).hasSize(32);
    assertThat(received.forAcknowledgement().contains(10)).isTrue();
  }
}
