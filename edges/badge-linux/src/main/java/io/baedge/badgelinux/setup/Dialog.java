package io.baedge.badgelinux.setup;

/** Whoever sits in front of the board. */
public interface Dialog {
  /** Tells the outcome of a step. */
  void tell(SetupStep step);

  /** Asks for one line; without an answer the other one. */
  String ask(String question, String otherwise);

  /** Asks for yes or no. */
  default boolean yes(String question, boolean otherwise) {
    String answer = ask(question + (otherwise ? " [Y/n]" : " [y/N]"), otherwise ? "y" : "n");
    return answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
  }
}
