package io.baedge.badgelinux.panel;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;

/** Pictures to try a panel with, native portrait. */
public final class TestPicture {
  private static final int BORDER = 2;
  private static final int MARK = 16;

  private TestPicture() {}

  /**
   * The picture that the vendor's drivers were recorded with: black where (7x + 13y) mod 5 = 0,
   * else coloured where (3x + 11y) mod 7 = 0, else yellow where (5x + 3y) mod 11 = 0, as far as the
   * panel has these.
   */
  public static Frame recorded(PanelModel model) {
    Palette palette = Palette.of(model);
    byte[] pixels = new byte[model.widthPx() * model.heightPx()];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % model.widthPx();
      int y = i / model.widthPx();
      boolean accent = palette.inks() > 2 && (3 * x + 11 * y) % 7 == 0;
      boolean second = palette.inks() > 3 && (5 * x + 3 * y) % 11 == 0;
      pixels[i] = (byte) ((7 * x + 13 * y) % 5 == 0 ? 1 : accent ? 2 : second ? 3 : 0);
    }
    return new Frame(model.widthPx(), model.heightPx(), palette, pixels);
  }

  /** The same in greys: level (7x + 13y) mod 4, 0 white to 3 black. */
  public static byte[] recordedGreys(PanelModel model) {
    byte[] levels = new byte[model.widthPx() * model.heightPx()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) ((7 * (i % model.widthPx()) + 13 * (i / model.widthPx())) % 4);
    }
    return levels;
  }

  /**
   * A picture to look at: a border on the outermost pixels, a black square in the top left corner,
   * the diagonal from there, and a bar of each ink with a fine check beside it.
   */
  public static Frame bars(PanelModel model) {
    Palette palette = Palette.of(model);
    int width = model.widthPx();
    int height = model.heightPx();
    byte[] pixels = new byte[width * height];
    int bar = height / (2 * palette.inks() + 1);
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      boolean border = x < BORDER || y < BORDER || x >= width - BORDER || y >= height - BORDER;
      boolean diagonal = x * height / width == y;
      int ink = y / bar / 2;
      boolean inBar =
          y / bar % 2 == 1 && x > width / 4 && x < width * 3 / 4 && ink < palette.inks();
      boolean check = inBar && x > width / 2 && (x + y) % 2 == 0;
      pixels[i] =
          (byte)
              (border || diagonal || (x < MARK && y < MARK)
                  ? Palette.BLACK
                  : inBar && !check ? ink : Palette.WHITE);
    }
    return new Frame(width, height, palette, pixels);
  }
}
