package io.baedge.badgelinux.gauge;

/** A gauge says nothing that can be used; the message is one sentence that says what to do. */
public final class GaugeFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** With its sentence. */
  public GaugeFailed(String sentence) {
    super(sentence);
  }

  /** With its sentence and what brought it. */
  GaugeFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
