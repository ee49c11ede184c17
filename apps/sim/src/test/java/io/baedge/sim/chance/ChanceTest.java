package io.baedge.sim.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChanceTest {
  @Test
  void the_same_seed_and_name_draw_the_same() {
    assertThat(new Chance(5).stream("walk", 3).nextLong())
        .isEqualTo(new Chance(5).stream("walk", 3).nextLong());
    assertThat(new Chance(5).of("device", 2).stream("walk").nextLong())
        .isEqualTo(new Chance(5).of("device", 2).stream("walk").nextLong());
  }

  @Test
  void streams_do_not_share_their_numbers() {
    Set<Long> drawn = new HashSet<>();
    for (long seed = 1; seed <= 40; seed++) {
      for (int number = 0; number < 40; number++) {
        drawn.add(new Chance(seed).stream("a", number).nextLong());
        drawn.add(new Chance(seed).of("a", number).stream("b").nextLong());
      }
    }
    assertThat(drawn).hasSize(40 * 40 * 2);
  }

  @Test
  void a_known_draw_stays_what_it_is() {
    // Seeds in reports must find the same run again in every later version of Java.
    assertThat(new Chance(1).stream("known").nextLong()).isEqualTo(KNOWN);
  }

  private static final long KNOWN = -8_085_657_052_560_587_930L;

  @Test
  void waits_have_their_mean() {
    var random = new Chance(1).stream("wait");
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += Spread.waitMs(1_000, random);
    }
    assertThat(sum / 20_000).isCloseTo(1_000, within(30.0));
  }
}
