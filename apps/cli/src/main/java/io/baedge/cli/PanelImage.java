package io.baedge.cli;

import io.baedge.badgelinux.panel.Planes;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A PNG in native portrait size and the panel's own colours. */
final class PanelImage {
  private static final long MOST_BYTES = 4L << 20;
  private static final int[] GREYS = {0xFFFFFF, 0xC0C0C0, 0x808080, 0x000000};
  private static final int[] COLOURS = {0xFF0000, 0xC8102E, 0xFFFF00, 0xF2B705};
  private static final int RED_COLOURS = 2;
  private static final int GREY_TOLERANCE = 0x1F;
  private static final int COLOUR_TOLERANCE = 0x30;

  private final Path path;
  private final PanelModel model;
  private final BufferedImage image;

  private PanelImage(Path path, PanelModel model, BufferedImage image) {
    this.path = path;
    this.model = model;
    this.image = image;
  }

  static PanelImage read(Path path, PanelModel model) throws WrongUsage {
    BufferedImage image = null;
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new WrongUsage("--image " + path + " is larger than 4 MiB; give a PNG of a panel");
      }
      try (var in = Files.newInputStream(path)) {
        image = ImageIO.read(in);
      }
    } catch (NoSuchFileException e) {
      throw new WrongUsage("there is no file " + path + "; give --image the path of a PNG");
    } catch (IOException | RuntimeException e) {
      if (e instanceof WrongUsage wrong) {
        throw wrong;
      }
      throw new WrongUsage("--image " + path + " cannot be read as a PNG (" + e.getMessage() + ")");
    }
    if (image == null) {
      throw new WrongUsage("--image " + path + " is no PNG; give one");
    }
    if (image.getWidth() != model.widthPx() || image.getHeight() != model.heightPx()) {
      throw new WrongUsage(
          String.format(
              Locale.ROOT,
              "--image %s has %dx%d pixels; the panel %s needs %dx%d (native portrait)",
              path,
              image.getWidth(),
              image.getHeight(),
              model.name(),
              model.widthPx(),
              model.heightPx()));
    }
    return new PanelImage(path, model, image);
  }

  /** As inks. */
  Planes inks() throws WrongUsage {
    Palette palette = Palette.of(model);
    byte[] pixels = new byte[model.widthPx() * model.heightPx()];
    for (int i = 0; i < pixels.length; i++) {
      int rgb = rgb(i % model.widthPx(), i / model.widthPx());
      int ink = near(rgb, 0xFFFFFF, GREY_TOLERANCE) ? 0 : near(rgb, 0, GREY_TOLERANCE) ? 1 : -1;
      for (int c = 0; ink < 0 && palette.inks() > 2 && c < COLOURS.length; c++) {
        if (near(rgb, COLOURS[c], COLOUR_TOLERANCE)) {
          ink = palette.inks() > 3 && c >= RED_COLOURS ? 3 : 2;
        }
      }
      pixels[i] = (byte) checked(ink, rgb, i, words(palette));
    }
    return Planes.of(new Frame(model.widthPx(), model.heightPx(), palette, pixels), model);
  }

  /** As four greys. */
  Planes greys() throws WrongUsage {
    byte[] levels = new byte[model.widthPx() * model.heightPx()];
    for (int i = 0; i < levels.length; i++) {
      int rgb = rgb(i % model.widthPx(), i / model.widthPx());
      int level = -1;
      for (int g = 0; g < GREYS.length; g++) {
        level = near(rgb, GREYS[g], GREY_TOLERANCE) ? g : level;
      }
      levels[i] = (byte) checked(level, rgb, i, "#ffffff, #c0c0c0, #808080 and #000000");
    }
    return Planes.ofGreys(levels, model);
  }

  private static String words(Palette palette) {
    return switch (palette.inks()) {
      case 2 -> "#ffffff and #000000";
      case 3 -> "#ffffff, #000000 and #ff0000 or #ffff00";
      default -> "#ffffff, #000000, #ff0000 and #ffff00";
    };
  }

  private int checked(int ink, int rgb, int at, String words) throws WrongUsage {
    if (ink >= 0) {
      return ink;
    }
    throw new WrongUsage(
        String.format(
            Locale.ROOT,
            "--image %s has the colour #%06x at %d,%d; use only %s here",
            path,
            rgb,
            at % model.widthPx(),
            at / model.widthPx(),
            words));
  }

  private static boolean near(int rgb, int wanted, int tolerance) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((rgb >> shift & 0xFF) - (wanted >> shift & 0xFF)) > tolerance) {
        return false;
      }
    }
    return true;
  }

  /** Greys are taken as stored: the library would take them as linear and brighten them. */
  private int rgb(int x, int y) {
    boolean grey =
        image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY
            && image.getColorModel().getNumColorComponents() == 1;
    if (grey) {
      int bits = image.getColorModel().getComponentSize(0);
      int sample = image.getRaster().getSample(x, y, 0);
      int level = bits > 8 ? sample >> (bits - 8) : sample * 0xFF / ((1 << bits) - 1);
      return level * 0x010101;
    }
    int argb = image.getRGB(x, y);
    return argb >>> 24 < 0x80 ? 0xFFFFFF : argb & 0xFFFFFF;
  }
}
