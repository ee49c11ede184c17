package io.baedge.screen.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Palette;
import io.baedge.screen.Raster;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.FrameReport;
import io.baedge.screen.compose.Values;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.layout.ReadLayout;
import io.baedge.screen.library.SampleValues;
import io.baedge.screen.library.ScreenRenderer;
import io.baedge.screen.mark.ImageSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThemedScreensTest {
  private static final int SIDE = 48;
  private static final PanelModel RED = PanelModel.find("2in9b_V4").orElseThrow();

  private static Theme theme(String yaml) {
    return ((ReadTheme.Ok) ThemeReader.read(yaml)).theme();
  }

  private static ComposeOptions in(Theme theme) {
    return ComposeOptions.DEFAULT.with(theme);
  }

  /// A black square.
  private static ComposeOptions withLogo(Theme theme) {
    int[] black = new int[SIDE * SIDE];
    Arrays.fill(black, 0xFF000000);
    Raster logo = Raster.photograph(SIDE, black);
    ImageSource source = name -> name.equals(Theme.LOGO) ? Optional.of(logo) : Optional.empty();
    return in(theme).with(source.or(ComposeOptions.DEFAULT.images()));
  }

  private static Composition draw(String screen, ComposeOptions options, PanelModel panel) {
    return new ScreenRenderer(options)
        .render(screen, panel, SampleValues.adaLovelace())
        .orElseThrow();
  }

  private static Composition drawLayout(String yaml, ComposeOptions options, PanelModel panel) {
    Layout layout = ((ReadLayout.Ok) LayoutReader.read(yaml)).layout();
    return new ScreenRenderer(options).render(layout, panel, SampleValues.adaLovelace());
  }

  private static long count(Composition made, int ink) {
    long count = 0;
    for (byte pixel : made.frame().pixels()) {
      count += pixel == ink ? 1 : 0;
    }
    return count;
  }

  private static List<String> texts(Composition made) {
    return made.report().texts().stream().map(FrameReport.TextNote::text).toList();
  }

  @Test
  void the_wearer_screen_shows_the_band_of_the_role_on_every_panel_and_loses_nothing() {
    Theme plain = theme("roles: {speaker: {ground: black, label: On stage}}");
    for (Orientation orientation : Orientation.values()) {
      for (PanelModel panel : PanelModel.ALL) {
        String what = panel.name() + " " + orientation;
        Composition without = draw("wearer", ComposeOptions.DEFAULT.with(orientation), panel);
        Composition with = draw("wearer", in(plain).with(orientation), panel);
        assertThat(texts(with)).as(what).contains("ON STAGE").doesNotContain("SPEAKER");
        assertThat(texts(without)).as(what).contains("SPEAKER");
        assertThat(with.report().nothingCut()).as(what).isTrue();
        assertThat(with.report().everyQrDrawn()).as(what).isTrue();
        if (Palette.of(panel).inks() > 2) {
          assertThat(count(without, 2)).as(what).isPositive();
          assertThat(count(with, 2)).as(what).isZero();
        }
      }
    }
  }

  @Test
  void a_role_without_a_label_is_left_out() {
    Composition made = draw("wearer", in(theme("roles: {speaker: {label: ''}}")), RED);
    assertThat(texts(made)).doesNotContain("SPEAKER").contains("Ada Lovelace");
  }

  @Test
  void the_logo_stands_on_wearer_and_conference_screens_where_there_is_room() {
    Theme theme = theme("logo: logo.svg");
    for (String screen : List.of("wearer", "conference")) {
      int seen = 0;
      for (Orientation orientation : Orientation.values()) {
        for (PanelModel panel : PanelModel.ALL) {
          String what = screen + " " + panel.name() + " " + orientation;
          Composition made = draw(screen, withLogo(theme).with(orientation), panel);
          assertThat(made.report().nothingCut()).as(what).isTrue();
          assertThat(made.report().everyQrDrawn()).as(what).isTrue();
          Composition without = draw(screen, ComposeOptions.DEFAULT.with(orientation), panel);
          List<String> left = new ArrayList<>(texts(without));
          left.removeAll(texts(made));
          assertThat(left).as(what).isSubsetOf("Edge Days 2026");
          seen += made.frame().hash().equals(without.frame().hash()) ? 0 : 1;
        }
      }
      assertThat(seen).as(screen).isGreaterThan(PanelModel.ALL.size());
    }
  }

  @Test
  void without_a_logo_a_screen_shows_baedge_s_mark_or_nothing_where_it_is_optional() {
    String plain = "layout: {image: theme.logo}";
    Composition mark = drawLayout(plain, in(theme("name: Edge Days")), RED);
    assertThat(mark.report().missing()).isEmpty();
    assertThat(mark.frame())
        .isEqualTo(drawLayout("layout: {image: baedge-32}", ComposeOptions.DEFAULT, RED).frame());
    String optional = "layout: {column: [{image: theme.logo, optional: true}, {text: Hello}]}";
    assertThat(drawLayout(optional, in(Theme.NONE), RED).frame())
        .isEqualTo(drawLayout("layout: {column: [{text: Hello}]}", in(Theme.NONE), RED).frame());
    assertThat(drawLayout(plain, withLogo(theme("logo: logo.svg")), RED).frame())
        .isNotEqualTo(mark.frame());
  }

  @Test
  void a_theme_says_where_the_accent_colour_is_used() {
    String layout =
        """
        layout:
          column:
            - {text: Ink, ink: accent, size: 20}
            - {text: Ground, ground: accent, size: 20}
            - {text: "{theme.role}", ground: role, size: 20}
        """;
    long all = count(drawLayout(layout, in(theme("accent: all")), RED), 2);
    long bands = count(drawLayout(layout, in(theme("accent: bands")), RED), 2);
    long none = count(drawLayout(layout, in(theme("accent: none")), RED), 2);
    assertThat(all).isGreaterThan(bands);
    assertThat(bands).isPositive();
    assertThat(none).isZero();
    Composition inked =
        drawLayout(
            layout,
            in(theme("{accent: bands, roles: {speaker: {ground: white, ink: accent}}}")),
            RED);
    assertThat(count(inked, 2)).isPositive().isLessThan(bands);
  }

  @Test
  void the_theme_s_name_stands_where_nobody_names_the_conference() {
    Theme theme = theme("name: Edge Days");
    Composition made =
        new ScreenRenderer(in(theme)).render("conference", RED, Values.empty()).orElseThrow();
    assertThat(texts(made)).contains("Edge Days");
    assertThat(texts(draw("conference", in(theme), RED))).contains("Edge Days 2026");
  }
}
