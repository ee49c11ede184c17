package io.baedge.screen.java2d;

import io.baedge.screen.glyph.BakedFonts;
import io.baedge.screen.glyph.Charset;
import io.baedge.screen.glyph.FontFile;
import io.baedge.screen.glyph.Glyph;
import io.baedge.screen.glyph.Weight;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Draws the source fonts into the bitmap fonts of the screen module. Run it after a change of
/// fonts, sizes or repertoire and commit what it writes. The pixels are those of the font engine
/// inside the JDK; another engine (a JDK built against the system's) may differ in single pixels.
public final class FontBaker {
  private static final double BOLD_STROKE = 0.13;
  private static final double REGULAR_STROKE = 0.08;

  private final Font regular;
  private final Font bold;
  private final Charset charset;

  private FontBaker(Font regular, Font bold) {
    this.regular = regular;
    this.bold = bold;
    List<Integer> drawn = DrawnSigns.codePoints();
    this.charset =
        Charset.of(
            Repertoire.candidates().stream()
                .filter(c -> drawn.contains(c) || (regular.canDisplay(c) && bold.canDisplay(c)))
                .mapToInt(Integer::intValue)
                .toArray());
  }

  /// Opens the source fonts in a folder.
  ///
  /// @throws IOException if a font is missing or unreadable
  public static FontBaker open(Path fonts) throws IOException {
    return new FontBaker(
        face(fonts.resolve("NotoSans-Regular.ttf")), face(fonts.resolve("NotoSans-Bold.ttf")));
  }

  private static Font face(Path file) throws IOException {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    } catch (FontFormatException e) {
      throw new IOException(file + " is not a TrueType font", e);
    }
  }

  /// The characters that will be in every font.
  public Charset charset() {
    return charset;
  }

  /// Draws one font.
  public FontFile.Source bake(Weight weight, int sizePx) {
    Font face = weight == Weight.BOLD ? bold : regular;
    Rasteriser rasteriser = new Rasteriser(face, sizePx);
    List<Integer> drawn = DrawnSigns.codePoints();
    List<Glyph> glyphs = new ArrayList<>();
    List<Integer> bases = new ArrayList<>();
    for (int codePoint : charset.codePoints()) {
      glyphs.add(
          drawn.contains(codePoint)
              ? rasteriser.sign(
                  DrawnSigns.sign(codePoint), weight == Weight.BOLD ? BOLD_STROKE : REGULAR_STROKE)
              : rasteriser.glyph(codePoint));
      bases.add(base(codePoint));
    }
    return new FontFile.Source(
        sizePx,
        glyphs.get(charset.indexOf('H')).top(),
        glyphs.get(charset.indexOf('x')).top(),
        depth(glyphs.get(charset.indexOf('g'))),
        glyphs,
        bases);
  }

  private static int depth(Glyph glyph) {
    return glyph.bitmap().height() - glyph.top();
  }

  /// The character without its last accent, if it has one and the rest can be drawn; else -1.
  private int base(int codePoint) {
    String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
    int last = parts.offsetByCodePoints(parts.length(), -1);
    if (last == 0) {
      return -1;
    }
    String rest = Normalizer.normalize(parts.substring(0, last), Normalizer.Form.NFC);
    int single = rest.codePointAt(0);
    return single == codePoint ? -1 : charset.indexOf(single);
  }

  /// Writes all fonts: `FontBaker FOLDER-OF-SOURCE-FONTS FOLDER-OF-RESOURCES`.
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "give the folder of the source fonts and the folder to write the baked fonts to");
    }
    FontBaker baker = open(Path.of(args[0]));
    Path target = Files.createDirectories(Path.of(args[1]));
    Files.writeString(target.resolve("charset.txt"), baker.charset().toText());
    for (Weight weight : Weight.values()) {
      for (int sizePx : BakedFonts.sizes(weight)) {
        byte[] file = FontFile.write(baker.bake(weight, sizePx));
        Files.write(target.resolve(BakedFonts.fileName(weight, sizePx)), file);
      }
    }
  }
}
