package io.baedge.screen.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Map<String, String> VALUES =
      Map.of("wearer.name", "Ada", "wearer.role", "Speaker", "empty", " ");

  private static Optional<String> value(String key) {
    return Optional.ofNullable(VALUES.get(key));
  }

  private static String fill(String template, List<String> missing) {
    return Template.parse(template, problem -> missing.add("problem: " + problem))
        .fill(TemplateTest::value, missing::add);
  }

  @Test
  void placeholders_are_filled_and_fall_backs_stand_in() {
    List<String> missing = new ArrayList<>();
    assertThat(fill("Hi {wearer.name}, {wearer.title|guest}{empty|!}{{x}", missing))
        .isEqualTo("Hi Ada, guest!{x}");
    assertThat(missing).isEmpty();
  }

  @Test
  void a_missing_value_without_a_fall_back_is_told() {
    List<String> missing = new ArrayList<>();
    assertThat(fill("{a}{wearer.title|}{b}", missing)).isEmpty();
    assertThat(missing).containsExactly("a", "b");
  }

  @Test
  void conditions_ask_for_presence_and_equality() {
    assertThat(holds("wearer.name")).isTrue();
    assertThat(holds("empty")).isFalse();
    assertThat(holds("!wearer.title")).isTrue();
    assertThat(holds("wearer.role == speaker")).isTrue();
    assertThat(holds("wearer.role != speaker")).isFalse();
    assertThat(Condition.parse("wearer name")).isEmpty();
    assertThat(Condition.parse("")).isEmpty();
    assertThat(Condition.parse("== x")).isEmpty();
  }

  private static boolean holds(String condition) {
    return Condition.parse(condition).orElseThrow().holds(TemplateTest::value);
  }
}
