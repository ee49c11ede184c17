package io.baedge.badgelinux.emulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.glass.DrivenPanel;
import io.baedge.badgelinux.panel.Mode;
import io.baedge.badgelinux.panel.PanelDriver;
import io.baedge.badgelinux.panel.Planes;
import io.baedge.badgelinux.panel.Window;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever picture in whatever mode: the emulated glass shows exactly that. */
final class EveryPictureTest {
  private static final int SEEDS = 6;
  private static final int REFRESHES = 12;

  static Stream<PanelModel> models() {
    return PanelModel.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void the_glass_shows_exactly_the_last_picture(PanelModel model) throws Exception {
    for (int seed = 1; seed <= SEEDS; seed++) {
      new Run(model, seed).go();
    }
  }

  @Test
  void the_modes_of_all_models_are_tried() {
    List<String> tried = new ArrayList<>();
    for (PanelModel model : PanelModel.ALL) {
      PanelDriver.of(model).modes().forEach(mode -> tried.add(model.name() + " " + mode));
    }
    assertThat(tried).hasSize(42);
  }

  private static final class Run {
    private final PanelModel model;
    private final int seed;
    private final Random random;
    private final EmulatedBus bus;
    private final DrivenPanel panel;
    private final List<Mode> modes;
    private final StringBuilder story = new StringBuilder();
    private byte[] expected;

    Run(PanelModel model, int seed) {
      this.model = model;
      this.seed = seed;
      this.random = new Random(seed);
      this.bus = new EmulatedBus(model, 0);
      this.panel = new DrivenPanel(model, bus);
      this.modes = List.copyOf(PanelDriver.of(model).modes());
      this.expected = new byte[model.widthPx() * model.heightPx()];
    }

    void go() throws Exception {
      boolean known = false;
      for (int i = 0; i < REFRESHES; i++) {
        Mode mode = modes.get(i < modes.size() ? i : random.nextInt(modes.size()));
        story.append(' ').append(mode);
        if (mode == Mode.GREYS) {
          greys();
          known = false;
        } else {
          boolean part = mode == Mode.PARTIAL && known && random.nextBoolean();
          frame(mode, part ? window() : Window.whole(model));
          known = true;
        }
        if (random.nextBoolean()) {
          panel.rest();
        }
        assertThat(bus.glass().inks())
            .as(() -> model.name() + ", seed " + seed + ":" + story)
            .isEqualTo(expected);
        assertThat(bus.refusedCommands()).as("commands while busy").isZero();
      }
    }

    private void greys() throws Exception {
      byte[] levels = new byte[expected.length];
      byte[] shades = {Glass.WHITE, Glass.LIGHT, Glass.DARK, Glass.BLACK};
      for (int i = 0; i < levels.length; i++) {
        levels[i] = (byte) random.nextInt(4);
        expected[i] = shades[levels[i]];
      }
      panel.showGreys(Planes.ofGreys(levels, model));
    }

    /** Colours beside black only in some pictures, so that partial refreshes take place too. */
    private void frame(Mode mode, Window part) throws Exception {
      int inks = random.nextInt(3) == 0 || part.y1() < model.heightPx() ? 2 : all();
      byte[] portrait = pixels(inks);
      boolean coloured = inks > 2;
      boolean whole = coloured || mode != Mode.PARTIAL || hadColour();
      for (int i = 0; i < portrait.length; i++) {
        int x = i % model.widthPx();
        int y = i / model.widthPx();
        boolean inside =
            x >= part.x0() / 8 * 8
                && x <= (part.x1() - 1) / 8 * 8 + 7
                && y >= part.y0()
                && y < part.y1();
        if (whole || inside) {
          expected[i] = portrait[i];
        }
      }
      panel.show(random.nextBoolean() ? portrait(portrait) : landscape(portrait), mode, part);
    }

    private boolean hadColour() {
      for (byte ink : expected) {
        if (ink == Glass.ACCENT) {
          return true;
        }
      }
      return false;
    }

    private int all() {
      return Palette.of(model).inks();
    }

    private byte[] pixels(int inks) {
      byte[] pixels = new byte[expected.length];
      int kind = random.nextInt(4);
      int block = 1 + random.nextInt(40);
      int salt = random.nextInt();
      for (int i = 0; i < pixels.length; i++) {
        int x = i % model.widthPx();
        int y = i / model.widthPx();
        pixels[i] =
            (byte)
                switch (kind) {
                  case 0 -> random.nextInt(inks);
                  case 1 -> Math.floorMod(salt, inks);
                  case 2 -> Math.floorMod((x / block) * 31 + (y / block) * 17 + salt, inks);
                  default -> random.nextInt(50) == 0 ? 1 + random.nextInt(inks - 1) : 0;
                };
      }
      return pixels;
    }

    private Frame portrait(byte[] pixels) {
      return new Frame(model.widthPx(), model.heightPx(), Palette.of(model), pixels);
    }

    private Frame landscape(byte[] pixels) {
      int width = model.heightPx();
      byte[] turned = new byte[pixels.length];
      for (int y = 0; y < width; y++) {
        for (int x = 0; x < model.widthPx(); x++) {
          turned[x * width + width - 1 - y] = pixels[y * model.widthPx() + x];
        }
      }
      return new Frame(width, model.widthPx(), Palette.of(model), turned);
    }

    private Window window() {
      int x0 = random.nextInt(model.widthPx());
      int y0 = random.nextInt(model.heightPx());
      return new Window(
          x0,
          y0,
          x0 + 1 + random.nextInt(model.widthPx() - x0),
          y0 + 1 + random.nextInt(model.heightPx() - y0));
    }
  }
}
