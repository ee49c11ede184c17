package io.baedge.screen.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.ReadLayout;
import io.baedge.screen.library.SampleValues;
import io.baedge.screen.library.ScreenRenderer;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DirectionTest {
  private static final PanelModel PANEL = PanelModel.find("2in9b_V4").orElseThrow();
  private static final int MIDDLE = PANEL.heightPx() / 2;
  private static final String HEBREW = "נעמה כהן";
  private static final String ARABIC = "محمد";

  private static Composition draw(String yaml) {
    Layout layout = ((ReadLayout.Ok) LayoutReader.read(yaml)).layout();
    return new ScreenRenderer().render(layout, PANEL, Values.empty());
  }

  /// Where each text begins at the left.
  private static Map<String, Integer> lefts(Composition made) {
    Map<String, Integer> lefts = new TreeMap<>();
    made.report().texts().forEach(note -> lefts.put(note.text(), note.area().x()));
    return lefts;
  }

  private static Frame mirrored(Frame frame) {
    byte[] pixels = new byte[frame.width() * frame.height()];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % frame.width();
      int y = i / frame.width();
      pixels[i] = (byte) frame.pixel(frame.width() - 1 - x, y);
    }
    return new Frame(frame.width(), frame.height(), frame.palette(), pixels);
  }

  @Test
  void the_badge_of_a_name_that_is_read_from_the_right_is_mirrored() {
    for (PanelModel panel : PanelModel.ALL) {
      for (String name : new String[] {HEBREW, ARABIC}) {
        Composition made =
            new ScreenRenderer()
                .render("wearer", panel, SampleValues.adaLovelace().with("wearer.name", name))
                .orElseThrow();
        Composition latin =
            new ScreenRenderer().render("wearer", panel, SampleValues.adaLovelace()).orElseThrow();
        int middle = panel.heightPx() / 2;
        assertThat(made.report().qrCodes().getFirst().area().right())
            .as(panel.name())
            .isLessThan(middle);
        assertThat(latin.report().qrCodes().getFirst().area().x())
            .as(panel.name())
            .isGreaterThan(middle);
        assertThat(made.report().texts())
            .filteredOn(note -> note.text().equals("Analytical Engines"))
            .allMatch(note -> note.area().right() > middle);
      }
    }
  }

  @Test
  void a_mirrored_layout_without_text_is_the_mirror_s_picture() {
    String layout =
        """
        layout:
          row:
            - {box: {rule: 3}, ground: black, width: 40, padding: [4, 2, 8, 16]}
            - column:
                - {icon: star, align: end, size: 32}
                - row: [{spacer: 9}, {box: {spacer: 20}, ground: accent}]
                  spread: end
              direction: %s
              grow: 1
              padding: [0, 3, 0, 11]
            - {box: {spacer: 30}, ground: black}
          gap: 5
          direction: %s
        """;
    Frame ltr = draw(layout.formatted("auto", "ltr")).frame();
    assertThat(draw(layout.formatted("auto", "auto")).frame()).isEqualTo(ltr);
    Frame rtl = draw(layout.formatted("auto", "rtl")).frame();
    // A star is the same in a mirror but for single pixels, so what stands beside it is compared.
    assertThat(same(mirrored(ltr), rtl)).isGreaterThan(0.995);
    assertThat(same(ltr, rtl)).isLessThan(0.9);
    assertThat(same(mirrored(ltr), draw(layout.formatted("ltr", "rtl")).frame())).isLessThan(0.99);
  }

  private static double same(Frame one, Frame other) {
    int same = 0;
    byte[] pixels = one.pixels();
    byte[] others = other.pixels();
    for (int i = 0; i < pixels.length; i++) {
      same += pixels[i] == others[i] ? 1 : 0;
    }
    return (double) same / pixels.length;
  }

  @Test
  void without_a_text_that_matters_each_row_goes_by_its_first_letter() {
    Map<String, Integer> lefts =
        lefts(
            draw(
                """
                layout:
                  column:
                    - row: [{text: "10:30"}, {text: "%s", grow: 1}]
                    - row: [{text: "11:30"}, {text: Lunch, grow: 1}]
                    - row: [{text: "12:30"}, {text: "%s", grow: 1}]
                      direction: ltr
                """
                    .formatted(HEBREW, ARABIC)));
    assertThat(lefts.get("10:30")).isGreaterThan(MIDDLE);
    assertThat(lefts.get("11:30")).isLessThan(MIDDLE);
    assertThat(lefts.get("12:30")).isLessThan(MIDDLE);
  }

  @Test
  void the_text_that_matters_decides_for_all_rows() {
    String layout =
        """
        layout:
          column:
            - {text: "%s", hero: true, size: 20}
            - row: [{icon: arrow-right}, {text: Lunch, grow: 1}]
        """;
    assertThat(lefts(draw(layout.formatted(HEBREW))).get("Lunch")).isGreaterThan(MIDDLE);
    assertThat(lefts(draw(layout.formatted("Ada"))).get("Lunch")).isLessThan(MIDDLE);
  }

  @Test
  void arrows_point_where_one_reads_on() {
    String layout = "layout: {row: [{icon: arrow-%s, size: 48}], direction: %s}";
    Frame on = draw(layout.formatted("left", "ltr")).frame();
    Frame back = draw(layout.formatted("right", "rtl")).frame();
    int shift = PANEL.heightPx() - 48;
    for (int y = 0; y < on.height(); y++) {
      for (int x = 0; x < 48; x++) {
        assertThat(back.pixel(x + shift, y)).isEqualTo(on.pixel(x, y));
      }
    }
  }
}
