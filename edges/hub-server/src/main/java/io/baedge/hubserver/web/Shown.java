package io.baedge.hubserver.web;

/** Input from outside as it may stand in a sentence: short and without controls. */
final class Shown {
  private static final int MOST_CHARS = 80;

  private Shown() {}

  static String of(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    return plain.length() <= MOST_CHARS ? plain : plain.substring(0, MOST_CHARS) + "…";
  }
}
