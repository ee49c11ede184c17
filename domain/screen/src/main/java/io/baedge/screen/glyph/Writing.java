package io.baedge.screen.glyph;

import java.lang.Character.UnicodeScript;

/// What scripts ask of a line: which characters belong together, and where a line may end.
final class Writing {
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final int TATWEEL = 0x0640;
  private static final int LONG_VOWEL = 0x30FC;

  /// Letters that join only with the letter before them, and the hamza that joins with none.
  private static final String NOT_JOINING_NEXT =
      "ءآأؤإاةدذرزوٱٲٳٵٶٷڈډڊڋڌڍڎڏڐڑڒړڔڕږڗژڙۀۃۄۅۆۇۈۉۊۋۍۏےۓەۮۯ";

  private static final String ALEFS = "آأإاٱٲٳٵ";

  /// Characters that may not begin a line, and characters that may not end one.
  private static final String CLOSING =
      ",.!?:;)]}”’»›%" + "、。，．！？：；）］｝」』】〉》〕〗〙〛〟゠・ー〜～々〻ゝゞヽヾ" + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ";

  private static final String OPENING = "([{“‘«‹（［｛「『【〈《〔〖〘〚〝";

  private Writing() {}

  /// Whether a character is part of the one before it.
  static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> codePoint == ZWJ;
    };
  }

  /// Whether words of this character's script are drawn as a whole: letters join, stack or are
  /// spaced by what stands beside them.
  static boolean inWords(int codePoint) {
    return Character.isLetter(codePoint)
        && switch (script(codePoint)) {
          case COMMON, INHERITED, UNKNOWN, HAN, HIRAGANA, BOPOMOFO, YI -> false;
          default -> true;
        };
  }

  /// The script of a character; the lines that make words and vowels longer belong to them.
  private static UnicodeScript script(int codePoint) {
    return switch (codePoint) {
      case TATWEEL -> UnicodeScript.ARABIC;
      case LONG_VOWEL -> UnicodeScript.KATAKANA;
      default -> UnicodeScript.of(codePoint);
    };
  }

  static boolean sameScript(int one, int other) {
    return script(one) == script(other);
  }

  static boolean isThai(int codePoint) {
    return UnicodeScript.of(codePoint) == UnicodeScript.THAI;
  }

  static boolean isArabic(int codePoint) {
    return script(codePoint) == UnicodeScript.ARABIC;
  }

  /// Whether the letter after this character is drawn with it: signs that take a vowel away and let
  /// consonants melt together, and vowels that are written before their consonant.
  static boolean holdsNext(int codePoint) {
    return switch (codePoint) {
      case 0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D, 0x0BCD, 0x0C4D, 0x0CCD, 0x0D4D, 0x0DCA -> true;
      case 0x1039, 0x17D2 -> true;
      default ->
          (codePoint >= 0x0E40 && codePoint <= 0x0E44)
              || (codePoint >= 0x0EC0 && codePoint <= 0x0EC4);
    };
  }

  /// Whether lam and alef stand here, which have one shape.
  static boolean isLamAlef(int codePoint, int next) {
    return (codePoint == 0x0644 || (codePoint >= 0x06B5 && codePoint <= 0x06B8))
        && ALEFS.indexOf(next) >= 0;
  }

  /// Whether an Arabic letter reaches for the one after it.
  static boolean joinsNext(int codePoint) {
    return isArabic(codePoint)
        && Character.isLetter(codePoint)
        && NOT_JOINING_NEXT.indexOf(codePoint) < 0;
  }

  /// Whether an Arabic letter takes the hand of the one before it.
  static boolean joinsPrevious(int codePoint) {
    return isArabic(codePoint) && Character.isLetter(codePoint) && codePoint != 0x0621;
  }

  static String joiner() {
    return Character.toString(ZWJ);
  }

  /// Whether a character is only there to join or part others, or to choose their look.
  static boolean isJoinControl(int codePoint) {
    return codePoint == ZWJ || codePoint == ZWNJ;
  }

  /// Whether a line may end between a character that stands alone, and the next one (0 = none).
  static boolean lineMayEnd(int codePoint, int next) {
    return OPENING.indexOf(codePoint) < 0 && (next == 0 || CLOSING.indexOf(next) < 0);
  }

  /// The character that means the same where lines run to the left: brackets are turned.
  static int mirrored(int codePoint) {
    int at = "()[]{}<>«»‹›≤≥".indexOf(codePoint);
    return at < 0 ? codePoint : ")(][}{><»«›‹≥≤".charAt(at);
  }

  /// Whether a character makes its text one with lines that run to the left.
  static boolean runsLeft(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          true;
      default -> false;
    };
  }

  /// Whether a character says how others are ordered and is not drawn itself.
  static boolean isDirectionMark(int codePoint) {
    return (codePoint >= 0x200E && codePoint <= 0x200F)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069)
        || codePoint == 0x061C;
  }
}
