package io.baedge.badge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JoinsTest {
  private static final List<HubAddress> HUBS = List.of(new HubAddress("hub", 1883));

  private final Joins joins =
      new Joins(
          List.of(
              new Way("cable", Way.Over.ETHERNET, "", HUBS),
              new Way("hall", Way.Over.WIFI, "Hall", HUBS),
              new Way("any", Way.Over.WIFI, "", HUBS),
              new Way("phone", Way.Over.HOTSPOT, "Phone", HUBS)));

  @Test
  void without_any_network_those_with_a_name_are_asked_for_in_turn_and_later_and_later() {
    List<String> asked = new ArrayList<>();
    joins.look(false, 0);
    for (long ms = 0; ms < 7_200_000; ms += 1_000) {
      long at = ms;
      joins.look(false, ms);
      joins.take(ms).ifPresent(network -> asked.add(network + " " + at / 1_000));
    }
    assertThat(asked).startsWith("Hall 30", "Phone 60", "Hall 120", "Phone 180", "Hall 300");
    assertThat(asked.size()).isBetween(15, 25);
  }

  @Test
  void a_network_that_is_back_ends_it_and_the_next_time_begins_anew() {
    joins.look(false, 0);
    assertThat(joins.take(30_000)).hasValue("Hall");
    joins.look(true, 31_000);
    assertThat(joins.deadlineMonoMs()).isEqualTo(Long.MAX_VALUE);
    joins.look(false, 40_000);
    assertThat(joins.take(69_999)).isEmpty();
    assertThat(joins.take(70_000)).hasValue("Hall");
  }

  @Test
  void uplinks_without_names_ask_for_nothing() {
    var none = new Joins(List.of(Way.anywhere(HUBS)));
    none.look(false, 0);
    assertThat(none.deadlineMonoMs()).isEqualTo(Long.MAX_VALUE);
  }
}
