package io.baedge.screen.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.FrameCodec;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.Values;
import io.baedge.screen.layout.Orientation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BuiltInScreensTest {
  private static final String[] PANELS = {
    "2in13d", "2in13bc", "2in13_V4", "2in13g", "2in7", "2in7b", "2in9_V2", "2in9b_V4"
  };

  private static ScreenRenderer renderer(Orientation orientation) {
    return new ScreenRenderer(ComposeOptions.DEFAULT.with(orientation));
  }

  private static Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    for (Orientation orientation : Orientation.values()) {
      ScreenRenderer renderer = renderer(orientation);
      for (String screen : Screens.NAMES) {
        for (String name : PANELS) {
          PanelModel panel = PanelModel.find(name).orElseThrow();
          Composition made =
              renderer.render(screen, panel, SampleValues.adaLovelace()).orElseThrow();
          hashes.put(screen + " " + name + " " + orientation, made.frame().hash());
        }
      }
    }
    return hashes;
  }

  /// After a change that is meant, copy the lines from the failure to the resource and look at the
  /// pictures.
  @Test
  void the_pictures_are_the_same_on_every_machine() throws IOException {
    StringBuilder actual = new StringBuilder();
    hashes().forEach((key, hash) -> actual.append(key).append(' ').append(hash).append('\n'));
    try (InputStream in = BuiltInScreensTest.class.getResourceAsStream("golden-hashes.txt")) {
      assertThat(in).isNotNull();
      assertThat(actual.toString())
          .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void composing_twice_gives_the_same_picture() {
    assertThat(hashes()).isEqualTo(hashes());
  }

  @Test
  void nothing_of_the_sample_is_cut_missing_or_replaced_on_any_panel() {
    for (Orientation orientation : Orientation.values()) {
      for (String screen : Screens.NAMES) {
        for (PanelModel panel : PanelModel.ALL) {
          Composition made =
              renderer(orientation).render(screen, panel, SampleValues.adaLovelace()).orElseThrow();
          String what = screen + " on " + panel.name() + " " + orientation + ": " + made.report();
          assertThat(made.report().nothingCut()).as(what).isTrue();
          assertThat(made.report().everyQrDrawn()).as(what).isTrue();
          assertThat(made.report().missing()).as(what).isEmpty();
          assertThat(made.report().fallbacks()).as(what).isEmpty();
        }
      }
    }
  }

  @Test
  void no_screen_is_blank_without_any_value() {
    for (String screen : Screens.NAMES) {
      PanelModel panel = PanelModel.find("2in9_V2").orElseThrow();
      Composition made =
          renderer(Orientation.LANDSCAPE).render(screen, panel, Values.empty()).orElseThrow();
      assertThat(made.frame().pixels()).as(screen).contains((byte) 1);
    }
  }

  @Test
  void the_name_is_the_largest_text_and_large() {
    for (PanelModel panel : PanelModel.ALL) {
      Composition made =
          renderer(Orientation.LANDSCAPE)
              .render("wearer", panel, SampleValues.adaLovelace())
              .orElseThrow();
      int name = size(made, "Ada Lovelace");
      assertThat(name).as(panel.name()).isGreaterThanOrEqualTo(28);
      assertThat(made.report().texts()).allMatch(text -> text.sizePx() <= name);
    }
  }

  private static int size(Composition made, String text) {
    return made.report().texts().stream()
        .filter(note -> note.text().equals(text))
        .findFirst()
        .orElseThrow()
        .sizePx();
  }

  @Test
  void pictures_of_a_2_9_inch_panel_take_less_than_2_kilobytes() {
    for (String name : new String[] {"2in9_V2", "2in9b_V4"}) {
      for (String screen : Screens.NAMES) {
        PanelModel panel = PanelModel.find(name).orElseThrow();
        Composition made =
            renderer(Orientation.LANDSCAPE)
                .render(screen, panel, SampleValues.adaLovelace())
                .orElseThrow();
        int most = screen.equals("wearer") ? 1500 : 1800;
        assertThat(FrameCodec.encode(made.frame()).length).as(screen).isLessThanOrEqualTo(most);
      }
    }
  }

  @Test
  void accents_use_the_colour_of_panels_that_have_one() {
    for (PanelModel panel : PanelModel.ALL) {
      Composition made =
          renderer(Orientation.LANDSCAPE)
              .render("wearer", panel, SampleValues.adaLovelace())
              .orElseThrow();
      boolean coloured = false;
      for (byte pixel : made.frame().pixels()) {
        coloured |= pixel == 2;
      }
      assertThat(coloured).as(panel.name()).isEqualTo(made.frame().palette().inks() > 2);
    }
  }

  @Test
  void scale_is_the_conference_and_an_unknown_name_is_no_screen() {
    assertThat(Screens.builtIn().find("scale")).isEqualTo(Screens.builtIn().find("conference"));
    assertThat(Screens.builtIn().find("WEARER")).isEmpty();
    assertThat(Screens.source("wearer")).startsWith("screen: wearer");
    assertThatThrownBy(() -> Screens.source("nope"))
        .hasMessageContaining("\"nope\"")
        .hasMessageContaining("wearer, baedge");
  }
}
