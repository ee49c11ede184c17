package io.baedge.screen.java2d;

import io.baedge.screen.Raster;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes the bytes of PNG, JPEG and SVG files; what is large becomes smaller while it is read. */
public final class ImageFiles {
  /** Most bytes of a file. */
  public static final int MOST_BYTES = 8 << 20;

  private static final int KEPT_SIDE = 800;
  private static final long MOST_PIXELS = 16_000_000;

  /** A badge has 32 MB for everything. */
  private static final long DECODED_PIXELS = 1_500_000;

  private ImageFiles() {}

  /** Whether a file of this name is taken for a picture. */
  public static boolean isPicture(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".png")
        || lower.endsWith(".jpg")
        || lower.endsWith(".jpeg")
        || lower.endsWith(".svg");
  }

  /**
   * The picture of a file.
   *
   * @param name of the file; its end says what it is
   * @throws IOException with the reason, one clause about the file
   */
  public static Raster read(String name, byte[] bytes) throws IOException {
    if (bytes.length > MOST_BYTES) {
      throw new IOException("is larger than " + (MOST_BYTES >> 20) + " MiB; make it smaller");
    }
    Java2dSettings.once();
    if (name.toLowerCase(Locale.ROOT).endsWith(".svg")) {
      return SvgFiles.read(bytes);
    }
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("is no PNG or JPEG");
      }
      ImageReader reader = readers.next();
      try {
        String format = reader.getFormatName();
        if (!format.equalsIgnoreCase("png") && !format.equalsIgnoreCase("jpeg")) {
          throw new IOException("is no PNG or JPEG");
        }
        reader.setInput(in, true, true);
        return photograph(pixels(reader));
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException e) {
      // Readers of broken files throw all sorts of them.
      throw new IOException("is damaged: " + e.getMessage(), e);
    }
  }

  private static BufferedImage pixels(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw new IOException(
          "has " + width + "x" + height + " pixels, more than 16 million; make it smaller");
    }
    int step = 1;
    while ((long) (width / step) * (height / step) > DECODED_PIXELS) {
      step++;
    }
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, param);
  }

  private static Raster photograph(BufferedImage image) {
    int longest = Math.max(image.getWidth(), image.getHeight());
    BufferedImage kept = image;
    if (longest > KEPT_SIDE) {
      int width = Math.max(1, image.getWidth() * KEPT_SIDE / longest);
      int height = Math.max(1, image.getHeight() * KEPT_SIDE / longest);
      kept = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      Graphics2D to = kept.createGraphics();
      to.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      to.drawImage(image, 0, 0, width, height, null);
      to.dispose();
    }
    int width = kept.getWidth();
    return Raster.photograph(width, kept.getRGB(0, 0, width, kept.getHeight(), null, 0, width));
  }
}
