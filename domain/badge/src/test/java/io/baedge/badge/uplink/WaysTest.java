package io.baedge.badge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.uplink.Way.Over;
import io.baedge.badge.uplink.Way.Seen;
import io.baedge.model.telemetry.Reading;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaysTest {
  private static final Seen CABLE = new Seen(Over.ETHERNET, "", Reading.UNKNOWN);

  private final Ways ways =
      new Ways(
          List.of(
              way("cable", Over.ETHERNET, "", 2),
              way("hall", Over.WIFI, "hall", 1),
              way("crew", Over.WIFI, "crew", 1),
              way("phone", Over.HOTSPOT, "phone", 1),
              way("web", Over.ANY, "", 1)));

  private static Way way(String name, Over over, String network, int hubs) {
    List<HubAddress> addresses =
        IntStream.range(0, hubs).mapToObj(i -> new HubAddress(name + i, 1883)).toList();
    return new Way(name, over, network, addresses);
  }

  private static Seen wifi(String name, int rssiDbm) {
    return new Seen(Over.WIFI, name, rssiDbm);
  }

  private String attempt(long monoMs) {
    ways.chooseForAttempt(monoMs);
    return ways.name();
  }

  @Test
  void the_first_whose_network_is_there_is_taken() {
    ways.networks(List.of(CABLE, wifi("hall", -50)), 0);
    assertThat(attempt(0)).isEqualTo("cable");
    ways.networks(List.of(wifi("crew", -80), wifi("phone", -30)), 1_000);
    assertThat(ways.currentUp()).isFalse();
    assertThat(attempt(1_000)).isEqualTo("crew");
    ways.networks(List.of(wifi("phone", -30)), 2_000);
    assertThat(attempt(2_000)).isEqualTo("phone");
    ways.networks(List.of(), 3_000);
    assertThat(attempt(3_000)).isEqualTo("web");
    ways.link(false, 4_000);
    assertThat(ways.anyUp()).isFalse();
  }

  @Test
  void of_wifis_that_stand_together_the_strongest_is_taken() {
    ways.networks(List.of(wifi("hall", -75), wifi("crew", -60)), 0);
    assertThat(attempt(0)).isEqualTo("crew");
  }

  @Test
  void a_network_whose_name_nobody_can_tell_is_tried() {
    ways.networks(List.of(wifi("", -60)), 0);
    assertThat(attempt(0)).isEqualTo("hall");
  }

  @Test
  void all_hubs_of_an_uplink_are_tried_before_the_next_uplink() {
    ways.networks(List.of(CABLE, wifi("hall", -60)), 0);
    assertThat(attempt(0)).isEqualTo("cable");
    assertThat(ways.address()).isZero();
    ways.failed(0);
    assertThat(attempt(1)).isEqualTo("cable");
    assertThat(ways.address()).isEqualTo(1);
    ways.failed(1);
    assertThat(attempt(2)).isEqualTo("hall");
    assertThat(ways.address()).isEqualTo(2);
    ways.failed(2);
    assertThat(attempt(3)).isEqualTo("web");
    ways.failed(3);
    assertThat(attempt(4)).as("all have failed: from the first on").isEqualTo("cable");
  }

  @Test
  void a_working_uplink_is_not_left_for_a_slightly_stronger_one() {
    ways.networks(List.of(wifi("hall", -70), wifi("crew", -80)), 0);
    assertThat(attempt(0)).isEqualTo("hall");
    ways.worked(0);
    ways.networks(List.of(wifi("hall", -70), wifi("crew", -61)), 10_000);
    assertThat(ways.betterMonoMs()).isEqualTo(Long.MAX_VALUE);
    ways.networks(List.of(wifi("hall", -70), wifi("crew", -60)), 20_000);
    assertThat(ways.betterMonoMs()).isEqualTo(20_000 + Ways.STEADY_MS);
    ways.networks(List.of(wifi("hall", -65), wifi("crew", -60)), 30_000);
    assertThat(ways.betterMonoMs()).as("the difference did not last").isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void the_preferred_one_is_taken_again_only_after_it_has_been_there_for_a_while() {
    ways.networks(List.of(wifi("hall", -60)), 0);
    assertThat(attempt(0)).isEqualTo("hall");
    ways.worked(0);
    ways.networks(List.of(CABLE, wifi("hall", -60)), 50_000);
    assertThat(ways.betterMonoMs()).isEqualTo(50_000 + Ways.STEADY_MS);
    ways.networks(List.of(wifi("hall", -60)), 60_000);
    assertThat(ways.betterMonoMs()).isEqualTo(Long.MAX_VALUE);
    ways.networks(List.of(CABLE, wifi("hall", -60)), 70_000);
    assertThat(ways.betterMonoMs()).isEqualTo(70_000 + Ways.STEADY_MS);
    ways.roam(70_000 + Ways.STEADY_MS);
    assertThat(attempt(70_000 + Ways.STEADY_MS)).isEqualTo("cable");
    assertThat(ways.betterMonoMs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void one_that_led_nowhere_is_left_alone_for_a_time_that_doubles() {
    ways.networks(List.of(CABLE, wifi("hall", -60)), 0);
    long nowMs = 0;
    long lastMs = 0;
    for (int round = 0; round < 4; round++) {
      assertThat(attempt(nowMs)).isEqualTo("cable");
      ways.failed(nowMs);
      ways.chooseForAttempt(nowMs);
      ways.failed(nowMs);
      assertThat(attempt(nowMs)).isEqualTo("hall");
      ways.worked(nowMs);
      long waitMs = ways.betterMonoMs() - nowMs;
      assertThat(waitMs).as("round %d", round).isGreaterThanOrEqualTo(lastMs);
      lastMs = waitMs;
      nowMs = ways.betterMonoMs();
      ways.roam(nowMs);
    }
    assertThat(lastMs).isEqualTo(4 * 300_000);
  }

  @Test
  void without_word_of_networks_everything_is_tried_in_order() {
    assertThat(attempt(0)).isEqualTo("cable");
    ways.link(false, 0);
    assertThat(ways.currentUp()).isFalse();
    ways.link(true, 1);
    assertThat(ways.currentUp()).isTrue();
  }

  @Test
  void a_badge_without_uplinks_has_none() {
    var none = new Ways(List.of());
    assertThat(none.none()).isTrue();
    assertThat(none.address()).isEqualTo(-1);
    assertThat(none.anyUp()).isFalse();
    none.failed(0);
  }
}
