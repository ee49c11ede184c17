package io.baedge.screen.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void lists_are_counted_and_replaced_whole() {
    Values three =
        Values.empty()
            .withList(
                "schedule.next", List.of(Map.of("a", "1"), Map.of("a", "2"), Map.of("a", "3")));
    assertThat(three.listSize("schedule.next")).isEqualTo(3);
    assertThat(three.get("schedule.next[1].a")).contains("2");
    Values one = three.withList("schedule.next", List.of(Map.of("b", "4")));
    assertThat(one.listSize("schedule.next")).isEqualTo(1);
    assertThat(one.asMap()).containsOnlyKeys("schedule.next[0].b");
  }

  @Test
  void later_values_win() {
    Values both = Values.of(Map.of("a.b", "1")).with(Values.of(Map.of("a.b", "2")));
    assertThat(both.get("a.b")).contains("2");
    assertThat(both.with("a.b", "3").get("a.b")).contains("3");
    assertThat(both.get("a")).isEmpty();
  }

  @Test
  void limits_are_kept_with_the_key_in_the_message() {
    assertThatThrownBy(() -> Values.of(Map.of("a b", "1"))).hasMessageContaining("\"a b\"");
    assertThatThrownBy(() -> Values.empty().with("k".repeat(97), "")).hasMessageContaining("97");
    assertThatThrownBy(() -> Values.empty().with("k", "x".repeat(1025)))
        .hasMessageContaining("1025");
    List<Map<String, String>> many =
        java.util.stream.IntStream.range(0, 513).mapToObj(i -> Map.of("n", "" + i)).toList();
    assertThatThrownBy(() -> Values.empty().withList("l", many)).hasMessageContaining("513 values");
  }
}
