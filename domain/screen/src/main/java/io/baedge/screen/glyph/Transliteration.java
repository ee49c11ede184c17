package io.baedge.screen.glyph;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Latin letters for scripts whose letters have plain counterparts, so that a name can at least be
/// recognised. Simplified from the BGN/PCGN (Hebrew, Arabic, Georgian, Armenian), Hepburn (kana),
/// Revised Romanization (Hangul, syllable by syllable) and ISO 15919 (Devanagari, without accents)
/// systems. Sounds between letters, silent letters and vowels that the script does not write are
/// not guessed.
final class Transliteration {
  private static final int HANGUL_FIRST = 0xAC00;
  private static final int HANGUL_LAST = 0xD7A3;
  private static final String[] LEADS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split(" ");
  private static final String[] VOWELS =
      "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
  private static final String[] TAILS =
      "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

  private static final int DEVANAGARI_FIRST_CONSONANT = 0x0915;
  private static final int DEVANAGARI_LAST_CONSONANT = 0x0939;
  private static final int DEVANAGARI_FIRST_SIGN = 0x093E;
  private static final int DEVANAGARI_VIRAMA = 0x094D;

  /// Letters of one block each: the first code point, then one entry per code point. `-` is
  /// nothing, `_` unknown.
  private static final Map<Integer, String> LETTERS = new TreeMap<>();

  static {
    block(0x05D0, "a b g d h v z ch t y kh k l m m n n s ' f p ts ts k r sh t");
    block(0x0640, "-");
    block(0x0621, "' a a o i y a b a t th j h kh d dh r z s sh s d t z ' gh");
    block(0x0641, "f q k l m n h w a y - - - - - - - -");
    block(0x067E, "p");
    block(0x0686, "ch");
    block(0x0698, "zh");
    block(0x06A9, "k");
    block(0x06AF, "g");
    block(0x06CC, "y");
    block(0x0660, "0 1 2 3 4 5 6 7 8 9");
    block(0x06F0, "0 1 2 3 4 5 6 7 8 9");
    block(0x060C, ",");
    block(0x10D0, "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h");
    block(
        0x0531,
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts w p k o f");
    block(
        0x0561,
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts w p k o f yev");
    block(
        0x3041,
        "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji"
            + " - tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu"
            + " yu yo yo ra ri ru re ro wa wa i e o n vu");
    block(
        0x30A1,
        "a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za shi ji su zu se ze so zo ta da chi ji"
            + " - tsu zu te de to do na ni nu ne no ha ba pa hi bi pi fu bu pu he be pe ho bo po ma mi mu me mo ya ya yu"
            + " yu yo yo ra ri ru re ro wa wa i e o n vu");
    block(0x30FC, "-");
    block(0x3001, ", .");
    block(
        0x0901,
        "n n h _ a a i i u u ri _ _ e e ai _ o o au k kh g gh ng ch chh j jh n t th d dh n t th d dh n n"
            + " p ph b bh m y r r l l l v sh sh s h");
    block(0x093E, "a i i u u ri _ _ e e ai _ o o au -");
    block(0x0966, "0 1 2 3 4 5 6 7 8 9");
  }

  private Transliteration() {}

  private static void block(int first, String letters) {
    String[] each = letters.split(" ");
    for (int i = 0; i < each.length; i++) {
      if (!each[i].equals("_")) {
        LETTERS.put(first + i, each[i].equals("-") ? "" : each[i]);
      }
    }
  }

  /// The Latin letters of a character between its neighbours (0 = none); empty if the script has no
  /// table here. The letters may be none at all, where a sign only changes its neighbour.
  static Optional<String> of(int previous, int codePoint, int next) {
    if (codePoint >= HANGUL_FIRST && codePoint <= HANGUL_LAST) {
      return Optional.of(hangul(codePoint - HANGUL_FIRST));
    }
    String letters = LETTERS.get(codePoint);
    if (letters == null) {
      return Optional.empty();
    }
    if (isKana(codePoint)) {
      return Optional.of(kana(previous, codePoint, next, letters));
    }
    if (isDevanagariConsonant(codePoint)) {
      boolean vowelFollows = next >= DEVANAGARI_FIRST_SIGN && next <= DEVANAGARI_VIRAMA;
      boolean lastOfWord = !(next >= 0x0900 && next <= 0x097F);
      return Optional.of(vowelFollows || lastOfWord ? letters : letters + "a");
    }
    return Optional.of(letters);
  }

  /// Small ya, yu and yo join with a syllable in i (shi + ya = sha, ki + ya = kya); small tsu
  /// doubles the next consonant.
  private static String kana(int previous, int codePoint, int next, String letters) {
    if (isSmallTsu(codePoint)) {
      String following = LETTERS.getOrDefault(next, "");
      return isKana(next) && !following.isEmpty() ? following.substring(0, 1) : "";
    }
    if (isSmallY(codePoint) && LETTERS.getOrDefault(previous, "").endsWith("i")) {
      return letters.substring(1);
    }
    if (isSmallY(next) && letters.endsWith("i") && letters.length() > 1) {
      String stem = letters.substring(0, letters.length() - 1);
      return stem.equals("sh") || stem.equals("ch") || stem.equals("j") ? stem : stem + "y";
    }
    return letters;
  }

  private static boolean isSmallTsu(int codePoint) {
    return codePoint == 0x3063 || codePoint == 0x30C3;
  }

  private static boolean isSmallY(int codePoint) {
    return switch (codePoint) {
      case 0x3083, 0x3085, 0x3087, 0x30E3, 0x30E5, 0x30E7 -> true;
      default -> false;
    };
  }

  private static boolean isKana(int codePoint) {
    return codePoint >= 0x3041 && codePoint <= 0x30FF;
  }

  private static boolean isDevanagariConsonant(int codePoint) {
    return codePoint >= DEVANAGARI_FIRST_CONSONANT && codePoint <= DEVANAGARI_LAST_CONSONANT;
  }

  private static String hangul(int syllable) {
    String lead = LEADS[syllable / (VOWELS.length * TAILS.length)];
    String vowel = VOWELS[syllable / TAILS.length % VOWELS.length];
    String tail = TAILS[syllable % TAILS.length];
    return (lead.equals("-") ? "" : lead) + vowel + (tail.equals("-") ? "" : tail);
  }
}
