package io.baedge.sim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import org.junit.jupiter.api.Test;

class LinkTest {
  private static final int MANY = 20_000;
  private final Link.Tally tally = new Link.Tally();

  @Test
  void messages_are_lost_doubled_and_overtaken_as_often_as_said() {
    var faults = new NetworkFaults(0.1, 0.2, 0.3, new Spread(5, 50), new Spread(100, 200), 0);
    var link = new Link(faults, clear(), new Chance(7).stream("link"), tally);
    int never = 0;
    int twice = 0;
    int overtaken = 0;
    long last = 0;
    for (int i = 0; i < MANY; i++) {
      link.send(i * 10L, false);
      never += link.firstMs() == Link.NEVER ? 1 : 0;
      twice += link.secondMs() != Link.NEVER ? 1 : 0;
      if (link.firstMs() != Link.NEVER) {
        overtaken += link.firstMs() < last ? 1 : 0;
        last = link.firstMs();
        assertThat(link.firstMs()).isBetween(i * 10L + 5, i * 10L + 250);
      }
    }

    assertThat(never).isEqualTo((int) tally.lost());
    assertThat(twice).isEqualTo((int) tally.duplicated());
    assertThat(tally.lost() / (double) MANY).isCloseTo(0.1, within(0.01));
    assertThat(tally.duplicated() / (double) MANY).isCloseTo(0.2, within(0.01));
    assertThat(tally.reordered() / (double) MANY).isCloseTo(0.3, within(0.01));
    assertThat(overtaken).isGreaterThan(MANY / 10);
  }

  @Test
  void a_calm_link_loses_nothing_and_keeps_the_order() {
    var faults = new NetworkFaults(0.5, 0.2, 0.3, new Spread(5, 500), new Spread(100, 200), 0);
    var link = new Link(faults, clear(), new Chance(7).stream("link"), tally);
    long last = 0;
    for (int i = 0; i < MANY; i++) {
      link.send(i, true);
      assertThat(link.firstMs()).isGreaterThanOrEqualTo(last);
      assertThat(link.secondMs()).isEqualTo(Link.NEVER);
      last = link.firstMs();
    }
  }

  private static Fading clear() {
    return new Fading(new Chance(7).stream("fading"));
  }
}
