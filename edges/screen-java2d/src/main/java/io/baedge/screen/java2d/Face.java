package io.baedge.screen.java2d;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/// The fonts that come with Baedge for what the baked fonts lack. Naming one loads nothing.
enum Face {
  LATIN("NotoSans", Kind.TWO_WEIGHTS),
  ARABIC("NotoSansArabic", Kind.TWO_WEIGHTS),
  ARMENIAN("NotoSansArmenian", Kind.TWO_WEIGHTS),
  BENGALI("NotoSansBengali", Kind.DENSE),
  DEVANAGARI("NotoSansDevanagari", Kind.DENSE),
  ETHIOPIC("NotoSansEthiopic", Kind.DENSE),
  GEORGIAN("NotoSansGeorgian", Kind.TWO_WEIGHTS),
  GUJARATI("NotoSansGujarati", Kind.DENSE),
  GURMUKHI("NotoSansGurmukhi", Kind.DENSE),
  HAN("NotoSansSC", Kind.ONE_WEIGHT),
  HANGUL("NotoSansKR", Kind.ONE_WEIGHT),
  HEBREW("NotoSansHebrew", Kind.TWO_WEIGHTS),
  KANNADA("NotoSansKannada", Kind.DENSE),
  KHMER("NotoSansKhmer", Kind.DENSE),
  LAO("NotoSansLao", Kind.DENSE),
  MALAYALAM("NotoSansMalayalam", Kind.DENSE),
  MYANMAR("NotoSansMyanmar", Kind.DENSE),
  ORIYA("NotoSansOriya", Kind.DENSE),
  SINHALA("NotoSansSinhala", Kind.DENSE),
  TAMIL("NotoSansTamil", Kind.DENSE),
  TELUGU("NotoSansTelugu", Kind.DENSE),
  THAANA("NotoSansThaana", Kind.TWO_WEIGHTS),
  THAI("NotoSansThai", Kind.DENSE),
  EMOJI("NotoEmoji", Kind.PICTURES),
  /// Pixel letters of the scripts that no other font here has, without shaping.
  REST("Unifont", Kind.PIXELS);

  /// What a font is like.
  enum Kind {
    TWO_WEIGHTS,
    /// Two weights, but so many strokes that bold runs together in small sizes.
    DENSE,
    /// One weight; bold is made of it.
    ONE_WEIGHT,
    PICTURES,
    PIXELS
  }

  private static final int KEYCAP = 0x20E3;
  private static final int EMOJI_LOOK = 0xFE0F;
  private static final int ZWJ = 0x200D;

  private final String family;
  private final Kind kind;

  Face(String family, Kind kind) {
    this.family = family;
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  boolean hasBold() {
    return kind == Kind.TWO_WEIGHTS || kind == Kind.DENSE;
  }

  /// Name of the font's resource.
  String resource(boolean bold) {
    String ending = this == HAN || this == HANGUL || this == REST ? ".otf" : ".ttf";
    return "fonts/" + family + (bold && hasBold() ? "-Bold" : "-Regular") + ending;
  }

  /// The faces that may have a cluster, best first.
  static List<Face> candidates(String cluster) {
    List<Face> faces = new ArrayList<>();
    int first = cluster.codePoints().filter(c -> c != ZWJ).findFirst().orElse(0);
    boolean picture =
        Character.isEmojiPresentation(first)
            || cluster.codePoints().anyMatch(c -> c == EMOJI_LOOK || c == KEYCAP);
    if (picture) {
      faces.add(EMOJI);
    }
    cluster
        .codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(s -> s != UnicodeScript.COMMON && s != UnicodeScript.INHERITED)
        .findFirst()
        .ifPresentOrElse(script -> byScript(script, faces), () -> common(first, faces));
    faces.add(REST);
    return faces;
  }

  private static void byScript(UnicodeScript script, List<Face> faces) {
    switch (script) {
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> faces.add(HAN);
      case LATIN, GREEK, CYRILLIC -> faces.add(LATIN);
      default -> {
        for (Face face : values()) {
          if (face.name().equals(script.name())) {
            faces.add(face);
          }
        }
      }
    }
  }

  /// Signs that belong to no script: those of East Asia, of Arabic and of India, then pictures.
  private static void common(int first, List<Face> faces) {
    if (first >= 0x3000 && first <= 0xFFFF) {
      faces.add(HAN);
    }
    if (first >= 0x0600 && first <= 0x06FF) {
      faces.add(ARABIC);
    }
    if (first == 0x0964 || first == 0x0965) {
      faces.add(DEVANAGARI);
    }
    if (first < 0x2000) {
      faces.add(LATIN);
    }
    if (Character.isEmoji(first)) {
      faces.add(EMOJI);
    }
  }
}
