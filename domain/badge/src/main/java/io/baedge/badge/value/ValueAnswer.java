package io.baedge.badge.value;

/** What came of asking a source. */
public sealed interface ValueAnswer {
  /** Longest mark, characters; a longer one is no mark. */
  int MARK_CHARS = 512;

  /**
   * It has this value.
   *
   * @param mark by which the source can tell the next time that nothing has changed; empty if it
   *     cannot
   */
  record Read(String text, String mark) implements ValueAnswer {
    public Read {
      if (mark.length() > MARK_CHARS) {
        mark = "";
      }
    }
  }

  /** It has what it had at the mark. */
  record Unchanged() implements ValueAnswer {}

  /** It has no value that can be used; one sentence says why. */
  record Failed(String sentence) implements ValueAnswer {}

  /** It sends more than a badge takes; one sentence says so. */
  record TooLarge(String sentence) implements ValueAnswer {}
}
