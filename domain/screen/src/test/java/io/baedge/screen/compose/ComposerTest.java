package io.baedge.screen.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Area;
import io.baedge.screen.compose.FrameReport.QrNote;
import io.baedge.screen.compose.FrameReport.TextNote;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.ReadLayout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final PanelModel PANEL = PanelModel.find("2in9_V2").orElseThrow();

  private static Composition compose(String layout, Values values) {
    Layout read = ((ReadLayout.Ok) LayoutReader.read("layout:\n" + layout.indent(2))).layout();
    return new Composer().compose(read, values, PANEL);
  }

  private static Composition compose(String layout) {
    return compose(layout, Values.empty());
  }

  private static TextNote only(Composition made) {
    assertThat(made.report().texts()).hasSize(1);
    return made.report().texts().getFirst();
  }

  @Test
  void a_growing_text_takes_the_largest_size_that_fits() {
    TextNote note = only(compose("{text: Baedge, size: 12..72, weight: bold, grow: 1, lines: 1}"));
    assertThat(note.sizePx()).isEqualTo(72);
    assertThat(note.shrunk()).isFalse();
    TextNote longer =
        only(compose("{text: Baedge Baedge, size: 12..72, weight: bold, grow: 1, lines: 1}"));
    assertThat(longer.sizePx()).isBetween(32, 56);
    assertThat(longer.shrunk()).isTrue();
  }

  @Test
  void a_text_that_is_too_long_even_at_its_smallest_is_cut_with_dots_and_told() {
    TextNote note = only(compose("{text: \"" + "word ".repeat(40) + "\", size: 14..20, lines: 2}"));
    assertThat(note.cut()).isTrue();
    assertThat(note.lines()).isEqualTo(2);
    assertThat(note.sizePx()).isEqualTo(14);
    assertThat(note.area().right()).isLessThanOrEqualTo(296);
  }

  @Test
  void optional_elements_are_left_out_from_the_end_and_told() {
    Composition made =
        compose(
            """
            column:
              - {text: one, size: 40, weight: bold}
              - {text: two, size: 40, weight: bold, optional: true}
              - {text: three, size: 40, weight: bold, optional: true}
              - {text: four, size: 40, weight: bold}
            """);
    assertThat(made.report().dropped()).containsExactly("three");
    assertThat(made.report().nothingCut()).isTrue();
    assertThat(made.report().texts())
        .extracting(TextNote::text)
        .containsExactly("one", "two", "four");
  }

  @Test
  void rows_share_the_width_and_keep_the_order() {
    Composition made =
        compose(
            "row: [{text: left, size: 14}, {text: middle, size: 14, grow: 1, align: center}, {text: right, size: 14}]\ngap: 5");
    List<Area> areas = made.report().texts().stream().map(TextNote::area).toList();
    assertThat(areas.get(0).x()).isZero();
    assertThat(areas.get(1).x()).isBetween(100, 160);
    assertThat(areas.get(2).right()).isEqualTo(296);
  }

  @Test
  void a_list_is_repeated_for_as_many_entries_as_have_room() {
    Values values =
        Values.empty()
            .withList(
                "talks",
                java.util.stream.IntStream.range(0, 9)
                    .mapToObj(i -> Map.of("t", "talk " + i))
                    .toList());
    Composition made =
        compose(
            """
            column:
              - {repeat: talks, limit: 8, as: talk, item: {text: "{talk.t}", size: 20, optional: true}}
            gap: 4
            """,
            values);
    assertThat(made.report().texts())
        .extracting(TextNote::text)
        .containsExactly("talk 0", "talk 1", "talk 2", "talk 3", "talk 4");
    assertThat(made.report().dropped()).containsExactly("talk 5", "talk 6", "talk 7");
  }

  @Test
  void conditions_remove_elements_and_their_gaps() {
    String layout =
        """
        column:
          - {text: a, size: 14}
          - {text: b, size: 14, when: flag}
          - {text: c, size: 14, when: "!flag"}
        gap: 10
        """;
    Composition without = compose(layout);
    Composition with = compose(layout, Values.of(Map.of("flag", "yes")));
    assertThat(without.report().texts()).extracting(TextNote::text).containsExactly("a", "c");
    assertThat(with.report().texts()).extracting(TextNote::text).containsExactly("a", "b");
    assertThat(without.report().texts().get(1).area().y())
        .isEqualTo(with.report().texts().get(1).area().y());
  }

  @Test
  void a_code_that_cannot_be_scanned_is_replaced_by_its_fall_back() {
    Values values = Values.of(Map.of("link", "https://example.org/" + "x".repeat(400)));
    Composition made = compose("{qr: \"{link}\", fallback: example.org}", values);
    QrNote note = made.report().qrCodes().getFirst();
    assertThat(note.drawn()).isFalse();
    assertThat(made.report().everyQrDrawn()).isFalse();
    assertThat(only(made).text()).isEqualTo("example.org");
  }

  @Test
  void a_code_falls_to_level_l_where_only_that_fits() {
    Values values = Values.of(Map.of("link", "https://example.org/" + "x".repeat(180)));
    QrNote note = compose("{qr: \"{link}\"}", values).report().qrCodes().getFirst();
    assertThat(note.drawn()).isTrue();
    assertThat(note.level()).isEqualTo("L");
    assertThat(note.modulePx()).isEqualTo(2);
  }

  @Test
  void a_text_below_a_code_counts_as_cut_and_the_code_stays_whole() {
    Composition made =
        compose(
            "stack: [{qr: hello}, {text: \"covered covered covered\", size: 24, weight: bold, align: start}]");
    assertThat(made.report().nothingCut()).isFalse();
    Composition alone = compose("{qr: hello}");
    Area area = made.report().qrCodes().getFirst().area();
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        assertThat(made.frame().pixel(x, y)).isEqualTo(alone.frame().pixel(x, y));
      }
    }
  }

  @Test
  void missing_values_and_images_are_told() {
    Composition made =
        compose("column: [{text: \"{wearer.name}\"}, {image: nope}, {image: baedge-24}]");
    assertThat(made.report().missing()).containsExactly("wearer.name", "image nope");
    assertThat(made.report().clean()).isFalse();
  }

  @Test
  void an_alternative_wins_if_its_hero_is_clearly_larger() {
    assertThat(heroOf(20, 24)).isEqualTo(20);
    assertThat(heroOf(20, 32)).isEqualTo(32);
    assertThat(heroOf(32, 20)).isEqualTo(32);
  }

  private static int heroOf(int first, int second) {
    String text = "  - {text: name, size: %d, weight: bold, hero: true, grow: 1}\n";
    return only(compose("choice:\n" + text.formatted(first) + text.formatted(second))).sizePx();
  }

  @Test
  void words_are_broken_only_when_the_smallest_size_leaves_no_other_way() {
    TextNote whole =
        only(
            compose(
                "{text: Donaudampfschifffahrt, size: 12..40, weight: bold, lines: 3, grow: 1, width: 200}"));
    assertThat(whole.lines()).isEqualTo(1);
    TextNote broken =
        only(
            compose(
                "row: [{text: Donaudampfschifffahrtsgesellschaft, size: 14, weight: bold, lines: 3, width: 120}]"));
    assertThat(broken.lines()).isGreaterThan(1);
    assertThat(broken.cut()).isFalse();
  }

  @Test
  void white_on_black_and_black_on_white() {
    Composition made = compose("{text: x, size: 20, ground: black}");
    long black = 0;
    for (byte pixel : made.frame().pixels()) {
      black += pixel;
    }
    assertThat(black).isGreaterThan(296L * 128 - 400).isLessThan(296L * 128);
  }
}
