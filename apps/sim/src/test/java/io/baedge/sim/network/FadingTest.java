package io.baedge.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.venue.Air;
import org.junit.jupiter.api.Test;

class FadingTest {
  private static final long DAY_MS = 86_400_000;

  @Test
  void the_hall_loses_what_its_periods_say() {
    // 60 s with 1 % and 3 s with 80 % (methods.md 2.3).
    assertThat(lossIn(Air.HALL)).isCloseTo((60 * 0.01 + 3 * 0.8) / 63, within(0.005));
  }

  @Test
  void the_corner_loses_more_because_of_long_fades() {
    // Nine bad periods of 15 s, then one of 30 s / ln 2 on average.
    double bad = 0.9 * 15 + 0.1 * 30 / StrictMath.log(2);
    double expected = (60 * 0.02 + bad * 0.95) / (60 + bad);
    assertThat(lossIn(Air.CORNER)).isCloseTo(expected, within(0.02));
  }

  @Test
  void losses_come_in_bursts() {
    Fading fading = in(Air.HALL);
    int lost = 0;
    int afterALoss = 0;
    boolean before = false;
    for (long ms = 0; ms < DAY_MS; ms += 500) {
      boolean loses = fading.loses(ms);
      lost += loses ? 1 : 0;
      afterALoss += loses && before ? 1 : 0;
      before = loses;
    }
    assertThat(afterALoss / (double) lost).isGreaterThan(0.5);
  }

  @Test
  void a_message_goes_again_and_holds_back_what_follows() {
    var tally = new Link.Tally();
    var link = new Link(NetworkFaults.NONE, in(Air.CORNER), new Chance(3).stream("link"), tally);
    long last = 0;
    for (long ms = 0; ms < DAY_MS / 24; ms += 1_000) {
      link.send(ms, false);
      if (link.firstMs() != Link.NEVER) {
        assertThat(link.firstMs()).isGreaterThanOrEqualTo(last);
        last = link.firstMs();
      }
    }
    assertThat(tally.retransmitted()).isPositive();
    assertThat(tally.lost()).isPositive();
  }

  @Test
  void clear_air_loses_nothing() {
    assertThat(in(Air.CLEAR).isClear()).isTrue();
    assertThat(NetworkFaults.NONE.delay()).isEqualTo(new Spread(5, 25));
  }

  private static Fading in(Air air) {
    var fading = new Fading(new Chance(11).stream("fading"));
    fading.enter(air, 0);
    return fading;
  }

  private static double lossIn(Air air) {
    Fading fading = in(air);
    int lost = 0;
    int sent = 0;
    for (long ms = 0; ms < 3 * DAY_MS; ms += 1_000) {
      lost += fading.loses(ms) ? 1 : 0;
      sent++;
    }
    return lost / (double) sent;
  }
}
