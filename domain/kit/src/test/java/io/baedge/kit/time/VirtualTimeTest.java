package io.baedge.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  @Test
  void tasks_run_by_time_and_at_the_same_moment_in_the_order_asked() {
    var time = new VirtualTime(100);
    List<String> ran = new ArrayList<>();
    time.at(130, () -> ran.add("c@" + time.nowMs()));
    time.at(120, () -> ran.add("a@" + time.nowMs()));
    time.at(120, () -> ran.add("b@" + time.nowMs()));
    time.at(50, () -> ran.add("late@" + time.nowMs()));
    time.at(125, () -> ran.add("never")).cancel();
    time.at(130, () -> time.after(0, () -> ran.add("d@" + time.nowMs())));
    time.runUntil(130);
    assertThat(ran).containsExactly("late@100", "a@120", "b@120", "c@130", "d@130");
    assertThat(time.nowMs()).isEqualTo(130);
    assertThat(time.step()).isFalse();
  }

  @Test
  void time_stands_where_it_was_told_to_stop() {
    var time = new VirtualTime(0);
    List<Long> ran = new ArrayList<>();
    time.at(10, () -> ran.add(time.nowMs()));
    time.runUntil(9);
    assertThat(time.nowMs()).isEqualTo(9);
    assertThat(ran).isEmpty();
    time.runUntil(20);
    assertThat(ran).containsExactly(10L);
  }
}
