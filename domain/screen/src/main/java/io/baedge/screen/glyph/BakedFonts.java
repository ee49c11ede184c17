package io.baedge.screen.glyph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fonts that come with Baedge: Latin, Greek and Cyrillic in two weights. A size is read when
/// it is first used. Safe for many threads: two that load the same size do it twice with equal
/// results.
public final class BakedFonts {
  /// Sizes of bold text, in pixels, ascending.
  public static final List<Integer> BOLD_SIZES =
      List.of(12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 36, 40, 44, 48, 56, 64, 72);

  /// Sizes of regular text, in pixels, ascending; larger text is bold.
  public static final List<Integer> REGULAR_SIZES = List.of(12, 13, 14, 15, 16, 18, 20, 22, 24);

  private final Charset charset;
  private final @Nullable BakedFont[] regular = new BakedFont[REGULAR_SIZES.getLast() + 1];
  private final @Nullable BakedFont[] bold = new BakedFont[BOLD_SIZES.getLast() + 1];

  private BakedFonts() {
    this.charset = Charset.parse(new String(resource("charset.txt"), StandardCharsets.US_ASCII));
  }

  /// The fonts; what one user has loaded is there for all.
  public static BakedFonts shared() {
    return Shared.FONTS;
  }

  /// The characters that all of them have.
  public Charset charset() {
    return charset;
  }

  /// The sizes of a weight in pixels, ascending.
  public static List<Integer> sizes(Weight weight) {
    return switch (weight) {
      case REGULAR -> REGULAR_SIZES;
      case BOLD -> BOLD_SIZES;
    };
  }

  /// Name of the resource that holds a weight at a size.
  public static String fileName(Weight weight, int sizePx) {
    return weight.word() + "-" + sizePx + ".glyphs";
  }

  /// The font of a weight at one of its sizes.
  ///
  /// @throws IllegalArgumentException if the weight has no such size
  public BakedFont font(Weight weight, int sizePx) {
    @Nullable BakedFont[] slots = weight == Weight.BOLD ? bold : regular;
    BakedFont font = sizePx >= 0 && sizePx < slots.length ? slots[sizePx] : null;
    return font == null ? load(slots, weight, sizePx) : font;
  }

  private BakedFont load(@Nullable BakedFont[] slots, Weight weight, int sizePx) {
    if (!sizes(weight).contains(sizePx)) {
      throw new IllegalArgumentException(
          "there is no "
              + weight.word()
              + " font of "
              + sizePx
              + " pixels; use one of "
              + sizes(weight));
    }
    BakedFont font = FontFile.read(resource(fileName(weight, sizePx)), charset);
    slots[sizePx] = font;
    return font;
  }

  private static byte[] resource(String name) {
    try (InputStream in = BakedFonts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing from this build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + name + " cannot be read", e);
    }
  }

  /// Made when it is first asked for, so that sizes can be listed where no font is baked yet.
  private static final class Shared {
    static final BakedFonts FONTS = new BakedFonts();
  }
}
