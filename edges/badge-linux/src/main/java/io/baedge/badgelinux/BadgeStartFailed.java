package io.baedge.badgelinux;

/** A badge process cannot start; the message is one sentence that says what to do. */
public final class BadgeStartFailed extends Exception {
  private static final long serialVersionUID = 1L;

  BadgeStartFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What is wrong and what to do. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
