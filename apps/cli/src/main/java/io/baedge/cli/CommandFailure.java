package io.baedge.cli;

/// Ends a command with exit code 1. Its message is shown as it is: one sentence that says what is
/// wrong and what to do.
public class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With its sentence.
  public CommandFailure(String sentence) {
    super(sentence);
  }

  /// With its sentence and what led to it.
  public CommandFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
