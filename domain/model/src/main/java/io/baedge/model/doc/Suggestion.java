package io.baedge.model.doc;

import java.util.List;

/** Finds what a person probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /** Advice that names the nearest word, or all of them when none is near. */
  public static String oneOf(String given, List<String> words) {
    String nearest = "";
    int best = Math.max(2, given.length() / 3) + 1;
    for (String word : words) {
      int distance =
          distance(
              given.toLowerCase(java.util.Locale.ROOT), word.toLowerCase(java.util.Locale.ROOT));
      if (distance < best) {
        best = distance;
        nearest = word;
      }
    }
    return nearest.isEmpty()
        ? "use one of " + String.join(", ", words)
        : "did you mean '" + nearest + "'?";
  }

  /** Edits (insert, delete, replace) between two words; Wagner and Fischer 1974. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
