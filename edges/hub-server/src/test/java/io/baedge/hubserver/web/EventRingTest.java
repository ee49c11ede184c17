package io.baedge.hubserver.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.doc.Doc;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventRingTest {
  private final EventRing ring = new EventRing("hub");

  private void rows(String... keys) {
    ring.add(
        EventRing.Topic.ROWS,
        List.of(keys).stream().map(key -> new EventRing.Item(key, new Doc.Text(key))).toList());
  }

  @Test
  void a_reader_gets_what_came_after_its_last_event_and_nothing_twice() {
    rows("a");
    rows("b");
    rows("c");
    long seen = ring.resume("hub-1").orElseThrow();
    assertThat(ring.after(seen, 10)).extracting(event -> event.n).containsExactly(2L, 3L);
    assertThat(ring.after(seen, 1)).extracting(event -> event.n).containsExactly(2L);
    assertThat(ring.after(3, 10)).isEmpty();
  }

  @Test
  void ids_of_another_hub_of_the_future_and_of_a_forgotten_past_cannot_be_resumed() {
    rows("a");
    assertThat(ring.resume("other-1")).isEmpty();
    assertThat(ring.resume("hub-2")).isEmpty();
    assertThat(ring.resume("hub--1")).isEmpty();
    assertThat(ring.resume("hub-x")).isEmpty();
    assertThat(ring.resume("hub-0")).contains(0L);
    for (int i = 0; i < 5_000; i++) {
      rows("b");
    }
    assertThat(ring.resume("hub-0")).isEmpty();
    assertThat(ring.resume("hub-500")).isEmpty();
    assertThat(ring.resume(ring.position())).contains(5_001L);
  }

  @Test
  void large_events_push_old_ones_out_by_their_size() {
    String[] many = new String[30_000];
    java.util.Arrays.fill(many, "k");
    rows(many);
    rows(many);
    assertThat(ring.holdsAllAfter(0)).isFalse();
    assertThat(ring.holdsAllAfter(1)).isTrue();
  }

  @Test
  void a_stream_of_one_badge_sees_only_its_rows() {
    rows("a", "b");
    EventRing.Event event = ring.after(0, 1).getFirst();
    assertThat(text(event, "b"))
        .contains("\"b\"")
        .doesNotContain("\"a\"")
        .startsWith("id: hub-1\n");
    assertThat(event.bytes("hub", "c")).isEmpty();
    assertThat(text(event, "")).contains("[\"a\",\"b\"]");
  }

  private static String text(EventRing.Event event, String key) {
    return new String(event.bytes("hub", key).orElseThrow(), StandardCharsets.UTF_8);
  }
}
