package io.baedge.bench.torture;

/// A step could not go on; its message is one sentence.
final class TortureFailed extends Exception {
  private static final long serialVersionUID = 1L;

  TortureFailed(String sentence) {
    super(sentence);
  }

  TortureFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
