package io.baedge.sim.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.uplink.HubAddress;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.venue.Venue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrowdThreadTest {
  private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(60);
  private static final double SPEED = 50;

  private final FakeLink link = new FakeLink();

  @Test
  void a_crowd_lives_in_real_time_and_faster() {
    long startedNs = System.nanoTime();
    try (CrowdThread crowd = crowd()) {
      crowd.start();
      CrowdSummary summary = crowd.call(Crowd::summary).join();
      while ((summary.withPicture() < 10 || summary.samples().acknowledged() < 60)
          && System.nanoTime() - startedNs < LIMIT_NS) {
        summary = crowd.call(Crowd::summary).join();
      }
      assertThat(summary.withPicture()).isEqualTo(10);
      assertThat(summary.samples().acknowledged()).isGreaterThanOrEqualTo(60);
      long virtualMs = crowd.call(Crowd::nowMs).join();
      double realMs = (System.nanoTime() - startedNs) / 1e6;
      assertThat((double) virtualMs).isLessThanOrEqualTo(realMs * SPEED);
      assertThat(crowd.failure()).isNull();
    }
    assertThat(link.open).isEmpty();
  }

  @Test
  void work_that_fails_fails_for_its_caller_only() {
    try (CrowdThread crowd = crowd()) {
      crowd.start();
      assertThat(
              crowd.call(
                  _ -> {
                    throw new IllegalArgumentException("no such thing");
                  }))
          .failsWithin(20, TimeUnit.SECONDS)
          .withThrowableThat()
          .withMessageContaining("no such thing");
      assertThat(crowd.call(c -> c.devices().size()).join()).isEqualTo(10);
    }
  }

  @Test
  void nobody_waits_for_a_crowd_that_has_gone_home() {
    CrowdThread crowd = crowd();
    crowd.start();
    crowd.close();
    assertThat(crowd.call(Crowd::summary))
        .failsWithin(20, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining("gone home");
  }

  private CrowdThread crowd() {
    var plan =
        new CrowdPlan(
            10,
            Venue.along(List.of("Hall", "Lounge")),
            List.of(),
            List.of(new HubAddress("hub", 1883)),
            1_790_000_000_000L,
            SPEED);
    return new CrowdThread(
        plan, link, CrowdTest::compose, Cards.inMemory(), new Chance(1), System::nanoTime);
  }
}
