package io.baedge.screen.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Bitmap;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.Values;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.ReadLayout;
import io.baedge.screen.library.ScreenRenderer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IconsTest {
  private static final PanelModel PANEL = PanelModel.find("2in9_V2").orElseThrow();

  private static Composition draw(String yaml, Values values) {
    ReadLayout read = LayoutReader.read(yaml);
    assertThat(read).isInstanceOf(ReadLayout.Ok.class);
    return new ScreenRenderer().render(((ReadLayout.Ok) read).layout(), PANEL, values);
  }

  private static long ink(Composition made) {
    long count = 0;
    for (byte pixel : made.frame().pixels()) {
      count += pixel == 1 ? 1 : 0;
    }
    return count;
  }

  private static long ink(String name, int side) {
    Icons.Cut cut = Icons.find(name, side, side).orElseThrow().getFirst();
    Bitmap drawing = cut.drawing();
    long count = 0;
    for (int y = 0; y < drawing.height(); y++) {
      for (int x = 0; x < drawing.width(); x++) {
        count += drawing.isSet(x, y) ? (long) cut.scale() * cut.scale() : 0;
      }
    }
    return count;
  }

  @Test
  void every_icon_is_drawn_in_every_size_and_no_two_are_alike() {
    for (int side : Icons.sides(1, Icons.MOST_PX)) {
      Set<Bitmap> seen = new HashSet<>();
      for (String name : Icons.names()) {
        Icons.Cut cut = Icons.find(name, side, side).orElseThrow().getFirst();
        assertThat(cut.sidePx()).as(name).isEqualTo(side);
        assertThat(cut.drawing().height()).as(name).isEqualTo(cut.drawing().width());
        assertThat(ink(name, side)).as(name + " " + side).isGreaterThan(side);
        assertThat(seen.add(cut.drawing())).as(name + " " + side + " is like another").isTrue();
      }
    }
  }

  @Test
  void an_icon_is_as_large_as_its_place_and_the_layout_allow() {
    String all = "layout: {icon: wifi, size: 16..96}";
    assertThat(ink(draw(all, Values.empty()))).isEqualTo(ink("wifi", 96));
    assertThat(ink(draw("layout: {icon: wifi, size: 16..40}", Values.empty())))
        .isEqualTo(ink("wifi", 32));
    assertThat(ink(draw("layout: {icon: wifi}", Values.empty()))).isEqualTo(ink("wifi", 24));
    String low = "layout: {column: [{icon: wifi, size: 16..96, height: 50}]}";
    assertThat(ink(draw(low, Values.empty()))).isEqualTo(ink("wifi", 48));
  }

  @Test
  void a_value_can_choose_the_icon_and_an_unknown_one_is_told() {
    String layout = "layout: {icon: 'battery-{value.level}'}";
    assertThat(ink(draw(layout, Values.empty().with("value.level", "3"))))
        .isEqualTo(ink("battery-3", 24));
    assertThat(draw(layout, Values.empty().with("value.level", "9")).report().missing())
        .containsExactly("icon battery-9");
  }

  @Test
  void an_icon_without_room_is_told() {
    String layout = "layout: {column: [{icon: star, size: 48, height: 20}]}";
    assertThat(draw(layout, Values.empty()).report().dropped())
        .containsExactly("an icon of 48x48 pixels");
  }

  @Test
  void an_unknown_name_or_size_is_refused_with_advice() {
    ReadLayout read = LayoutReader.read("layout: {icon: wify, size: 20..22}");
    assertThat(((ReadLayout.Refused) read).problems().stream().map(p -> p.sentence()).toList())
        .isEqualTo(
            List.of(
                "line 1, column 16: layout.icon is 'wify'; did you mean 'wifi'?",
                "line 1, column 28: layout.size is '20..22'; it must be one of 16, 24, 32, 48, 64"
                    + " and 96 pixels, or a range such as 24..48"));
  }
}
