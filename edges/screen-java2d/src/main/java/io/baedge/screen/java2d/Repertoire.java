package io.baedge.screen.java2d;

import java.util.ArrayList;
import java.util.List;

/// The characters that are baked: the Latin of every language written with it (Vietnamese
/// included), Greek, Cyrillic, punctuation, currencies, and the signs that [DrawnSigns] draws.
final class Repertoire {
  private static final int[][] RANGES = {
    {0x0020, 0x007E}, // Basic Latin
    {0x00A0, 0x00AC}, // Latin-1 without the soft hyphen
    {0x00AE, 0x00FF},
    {0x0100, 0x024F}, // Latin Extended-A and -B
    {0x0253, 0x0257}, // letters of African languages
    {0x0259, 0x025B},
    {0x0263, 0x0263},
    {0x0268, 0x0269},
    {0x0272, 0x0272},
    {0x0289, 0x028B},
    {0x0292, 0x0292},
    {0x02B9, 0x02BD}, // letters that look like apostrophes
    {0x02C6, 0x02CB}, // accents alone
    {0x02D8, 0x02DD},
    {0x0300, 0x030C}, // accents that combine
    {0x030F, 0x030F},
    {0x0311, 0x0314},
    {0x031B, 0x031B},
    {0x0323, 0x0328},
    {0x032D, 0x032E},
    {0x0330, 0x0331},
    {0x0342, 0x0345},
    {0x0370, 0x03FF}, // Greek
    {0x0400, 0x045F}, // Cyrillic
    {0x048A, 0x04FF},
    {0x1E00, 0x1EFF}, // Latin Extended Additional
    {0x2010, 0x2015}, // punctuation
    {0x2017, 0x2022},
    {0x2026, 0x2027},
    {0x2030, 0x2033},
    {0x2039, 0x203A},
    {0x2044, 0x2044},
    {0x2070, 0x2089}, // raised and lowered figures
    {0x20A0, 0x20BF}, // currencies
    {0x2113, 0x2113},
    {0x2116, 0x2117},
    {0x2120, 0x2122},
    {0x2126, 0x2126},
    {0x215B, 0x215E},
  };

  private Repertoire() {}

  /// All characters that could be baked, ascending; the fonts may lack some.
  static List<Integer> candidates() {
    List<Integer> all = new ArrayList<>();
    for (int[] range : RANGES) {
      for (int codePoint = range[0]; codePoint <= range[1]; codePoint++) {
        all.add(codePoint);
      }
    }
    all.addAll(DrawnSigns.codePoints());
    return all.stream().distinct().sorted().toList();
  }
}
