package io.baedge.screen.java2d;

import io.baedge.screen.Bitmap;
import io.baedge.screen.glyph.Glyph;
import io.baedge.screen.glyph.Weight;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.text.Bidi;
import java.util.HashMap;
import java.util.Map;

/// Shapes and draws with Java2D. Loading this class loads java.awt.
final class Java2dEngine implements GlyphEngine {
  /// Below this, bold of a dense script is drawn with the regular weight.
  private static final int LEAST_DENSE_BOLD_PX = 16;

  /// From here on, bold is made of a single weight by thickening it.
  private static final int LEAST_THICKENED_PX = 18;

  /// Of the size in pixels, what is added to the strokes.
  private static final double THICKENED = 0.05;

  private final Map<String, Font> fonts = new HashMap<>();
  private final FontFiles files;
  private final InkCanvas canvas;

  Java2dEngine() throws IOException {
    this.files = new FontFiles();
    Java2dSettings.apply(files);
    this.canvas = new InkCanvas();
  }

  @Override
  public int fonts() {
    return fonts.size();
  }

  private Font font(Face face, boolean bold) throws IOException {
    String name = face.resource(bold);
    Font known = fonts.get(name);
    if (known != null) {
      return known;
    }
    try {
      Font font = Font.createFont(Font.TRUETYPE_FONT, files.of(name).toFile());
      fonts.put(name, font);
      return font;
    } catch (FontFormatException e) {
      throw new IOException("the font " + name + " cannot be used", e);
    }
  }

  @Override
  public boolean has(Face face, String cluster) throws IOException {
    Font font = font(face, false);
    return cluster.codePoints().anyMatch(c -> !isSilent(c))
        && cluster.codePoints().allMatch(c -> isSilent(c) || isDrawn(font, c));
  }

  /// Fonts map some characters that are none, such as U+0000, to an empty glyph or a box.
  private static boolean isDrawn(Font font, int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> font.canDisplay(codePoint);
    };
  }

  /// Characters that change how others look and need no glyph.
  private static boolean isSilent(int codePoint) {
    return (codePoint >= 0x200C && codePoint <= 0x200D)
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0020 && codePoint <= 0xE007F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
  }

  @Override
  public Glyph draw(Face face, String cluster, Weight weight, int sizePx) throws IOException {
    boolean bold = weight == Weight.BOLD;
    boolean boldFont = bold && (face.kind() != Face.Kind.DENSE || sizePx >= LEAST_DENSE_BOLD_PX);
    Font font = font(face, boldFont).deriveFont((float) sizePx);
    char[] text = cluster.toCharArray();
    int direction =
        Bidi.requiresBidi(text, 0, text.length)
                && !new Bidi(cluster, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isLeftToRight()
            ? Font.LAYOUT_RIGHT_TO_LEFT
            : Font.LAYOUT_LEFT_TO_RIGHT;
    FontRenderContext context = canvas.context();
    GlyphVector glyphs = font.layoutGlyphVector(context, text, 0, text.length, direction);
    int advance = (int) Math.round(glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX());
    Glyph drawn = canvas.draw(glyphs, sizePx, Math.max(0, advance));
    boolean thicken = bold && face.kind() == Face.Kind.ONE_WEIGHT && sizePx >= LEAST_THICKENED_PX;
    return thicken ? thickened(drawn, (int) Math.round(sizePx * THICKENED)) : drawn;
  }

  /// The glyph with every stroke wider by so many pixels.
  private static Glyph thickened(Glyph glyph, int by) {
    Bitmap thin = glyph.bitmap();
    int width = thin.width() + by;
    int stride = (width + 7) / 8;
    byte[] bits = new byte[stride * thin.height()];
    for (int y = 0; y < thin.height(); y++) {
      for (int x = 0; x < thin.width(); x++) {
        for (int i = 0; thin.isSet(x, y) && i <= by; i++) {
          bits[y * stride + (x + i) / 8] |= (byte) (0x80 >> ((x + i) % 8));
        }
      }
    }
    return new Glyph(
        new Bitmap(width, thin.height(), bits), glyph.left(), glyph.top(), glyph.advance());
  }
}
