package io.baedge.screen;

/// Bytes that claim to be a frame and are not; the message says what is wrong in one sentence.
public final class FrameFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// A refusal with its reason.
  public FrameFormatException(String message) {
    super(message);
  }
}
