package io.baedge.mqtt.wire;

/// Carries a [Malformed] out of nested decoding. Never leaves this package and has no stack trace,
/// because bad bytes from the network are an expected case.
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Malformed malformed;

  MalformedException(int reasonCode, String text) {
    super(text, null, false, false);
    this.malformed = new Malformed(reasonCode, text);
  }

  Malformed malformed() {
    return malformed;
  }
}
