package io.baedge.hubserver;

/** A hub could not start. The message is one sentence that says what to do. */
public final class HubStartFailed extends Exception {
  private static final long serialVersionUID = 1L;

  public HubStartFailed(String sentence) {
    super(sentence);
  }

  public HubStartFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
