package io.baedge.cli;

/// Ends a command with exit code 2: what was typed cannot be meant so. Its message is one sentence.
final class WrongUsage extends CommandFailure {
  private static final long serialVersionUID = 1L;

  WrongUsage(String sentence) {
    super(sentence);
  }
}
