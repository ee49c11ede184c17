package io.baedge.screen.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScreenShelfTest {
  private static final String LUNCH = "screen: lunch\nlayout: {text: Soup}\n";

  private final ScreenShelf shelf = new ScreenShelf();

  @Test
  void a_file_is_a_screen_by_its_screen_name_or_its_file_name() {
    shelf.put("a.yaml", LUNCH);
    shelf.put("queue.yaml", "layout: {text: Soup}");
    assertThat(shelf.screens().layouts()).containsOnlyKeys("lunch", "queue");
    assertThat(shelf.screens().names()).contains("wearer", "lunch", "queue");
    assertThat(shelf.screens().problems()).isEmpty();
  }

  @Test
  void an_own_screen_wins_over_a_built_in_one_until_its_file_is_gone() {
    shelf.put("mine.yaml", "screen: conference\nabout: Mine.\nlayout: {text: Mine}");
    assertThat(shelf.screens().find("conference").orElseThrow().about()).isEqualTo("Mine.");
    assertThat(shelf.screens().names()).isEqualTo(Screens.NAMES);
    shelf.remove("mine.yaml");
    assertThat(shelf.screens().find("conference").orElseThrow().about()).isNotEqualTo("Mine.");
  }

  @Test
  void a_bad_version_is_one_sentence_with_line_and_column_and_the_last_good_one_stays() {
    shelf.put("lunch.yaml", LUNCH);
    shelf.put("lunch.yaml", "screen: lunch\nlayout:\n  text: Soup\n  siz: 20\n");
    assertThat(shelf.screens().layouts()).containsOnlyKeys("lunch");
    assertThat(shelf.screens().problems()).hasSize(1);
    assertThat(shelf.screens().problems().getFirst())
        .startsWith("lunch.yaml, line 4, column ")
        .contains("siz", "size")
        .endsWith("; its last good version stays");
    shelf.put("lunch.yaml", "screen: lunch\nlayout: {text: Soup\n");
    assertThat(shelf.screens().problems().getFirst()).startsWith("lunch.yaml").contains("line ");
    shelf.put("lunch.yaml", LUNCH);
    assertThat(shelf.screens().problems()).isEmpty();
  }

  @Test
  void of_two_files_with_one_name_the_first_is_used_and_the_other_is_told() {
    shelf.put("b.yaml", LUNCH);
    shelf.put("a.yaml", "screen: lunch\nabout: First.\nlayout: {text: Soup}");
    assertThat(shelf.screens().find("lunch").orElseThrow().about()).isEqualTo("First.");
    assertThat(shelf.screens().problems())
        .containsExactly("b.yaml is the screen 'lunch' as a.yaml is, which is used; rename one");
  }

  @Test
  void more_files_than_are_allowed_are_told_and_not_read() {
    for (int i = 0; i <= ScreenShelf.MOST_SCREENS; i++) {
      shelf.put("s" + i + ".yaml", "layout: {text: Soup}");
    }
    assertThat(shelf.screens().layouts()).hasSize(ScreenShelf.MOST_SCREENS);
    assertThat(shelf.screens().problems())
        .containsExactly("s64.yaml is one screen too many; at most 64 are read");
  }
}
