package io.baedge.badgelinux.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.value.ValueSource;
import io.baedge.badge.value.ValueSource.Pace;
import io.baedge.badge.value.ValueSource.Reach;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ValuesReaderTest {
  private static BadgeConfigReader.Result read(String yaml, Map<String, String> flags) {
    return new BadgeConfigReader(flags, Map.of()).read(yaml, "badge.yaml");
  }

  private static List<ValueSource> usable(String yaml, Map<String, String> flags) {
    return switch (read(yaml, flags)) {
      case BadgeConfigReader.Result.Usable usable -> usable.config().values();
      case BadgeConfigReader.Result.Wrong(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private static String wrong(String entry) {
    return wrong("values:\n  - " + entry + "\n", Map.of());
  }

  private static String wrong(String yaml, Map<String, String> flags) {
    return switch (read(yaml, flags)) {
      case BadgeConfigReader.Result.Usable usable -> throw new AssertionError(usable);
      case BadgeConfigReader.Result.Wrong(String sentence) -> sentence;
    };
  }

  @Test
  void without_the_list_nothing_is_asked() {
    assertThat(usable("site: main\n", Map.of())).isEmpty();
  }

  @Test
  void files_and_addresses_are_read_with_their_pace() {
    assertThat(
            usable(
                """
                values:
                  - {name: lunch, file: /srv/lunch.json, path: /today/menu}
                  - name: queue
                    url: https://example.org/queue?hall=2
                    path: /0/people
                    every: 1m
                    timeout: 5s
                    max_age: 30m
                  - {name: load, url: "http://127.0.0.1:9000/load", every: 30s}
                """,
                Map.of()))
        .containsExactly(
            new ValueSource(
                "lunch",
                Reach.FILE,
                "/srv/lunch.json",
                "/today/menu",
                new Pace(30_000, 10_000, 600_000)),
            new ValueSource(
                "queue",
                Reach.URL,
                "https://example.org/queue?hall=2",
                "/0/people",
                new Pace(60_000, 5_000, 1_800_000)),
            new ValueSource(
                "load",
                Reach.OWN_URL,
                "http://127.0.0.1:9000/load",
                "",
                new Pace(30_000, 10_000, 600_000)));
  }

  @Test
  void a_flag_names_them_as_texts() {
    assertThat(
            usable(
                "",
                Map.of(
                    "values",
                    "lunch=my lunch.json#/today/menu\nqueue=https://example.org/queue\n")))
        .extracting(ValueSource::name, ValueSource::place, ValueSource::pointer)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("lunch", "my lunch.json", "/today/menu"),
            org.assertj.core.groups.Tuple.tuple("queue", "https://example.org/queue", ""));
  }

  @Test
  void blanks_separate_them_where_there_is_one_line() {
    assertThat(usable("values: a=a.json#/x b=b.txt\n", Map.of()))
        .extracting(ValueSource::name)
        .containsExactly("a", "b");
  }

  @Test
  void each_mistake_is_a_sentence_with_its_place_and_what_to_do() {
    assertThat(wrong("{name: Lunch, file: a.json}"))
        .isEqualTo(
            "badge.yaml line 2, column 12: values[0].name is 'Lunch'; it must be 1 to 32 of a-z,"
                + " 0-9, '_' and '-', a letter first");
    assertThat(wrong("{name: lunch}")).contains("values[0].file or url is missing");
    assertThat(wrong("{name: lunch, file: a, url: 'http://example.org/'}"))
        .contains("values[0].file and url are both given; choose one");
    assertThat(wrong("{name: lunch, url: 'ftp://example.org/a'}"))
        .contains("values[0].url is 'ftp://example.org/a'; it must be an address such as https://");
    assertThat(wrong("{name: lunch, url: 'http://me:word@example.org/'}"))
        .contains("without a user and a password");
    assertThat(wrong("{name: lunch, file: a, path: today}"))
        .contains("values[0].path is 'today'; it must be a JSON pointer such as /today/menu");
    assertThat(wrong("{name: lunch, file: a, every: 4s}"))
        .contains("values[0].every is 4s; it must be 5s to 86400s");
    assertThat(wrong("{name: lunch, url: 'http://example.org/', every: 29s}"))
        .contains("values[0].every is 29s; it must be 30s to 86400s");
    assertThat(wrong("{name: lunch, file: a, max-age: 1h}"))
        .contains("values[0].max-age is unknown here; did you mean 'max_age'");
    assertThat(wrong("values: [{name: a, file: a}, {name: a, file: b}]\n", Map.of()))
        .contains("has the name 'a' a second time; names must differ");
    assertThat(wrong("", Map.of("values", "lunch")))
        .isEqualTo("values (flag) has 'lunch'; it must be like lunch=lunch.json#/today/menu");
    assertThat(wrong("", Map.of("values", "lunch=a.json#today")))
        .contains("values (flag) has 'lunch=a.json#today': path is 'today'; it must be");
  }

  @Test
  void there_is_a_most() {
    var yaml = new StringBuilder("values:\n");
    for (int n = 0; n <= ValueSource.MOST; n++) {
      yaml.append("  - {name: v").append(n).append(", file: a}\n");
    }
    assertThat(wrong(yaml.toString(), Map.of())).contains("at most 16 are allowed");
  }
}
