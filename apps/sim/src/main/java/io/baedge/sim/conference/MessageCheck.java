package io.baedge.sim.conference;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.UpMessage;

/**
 * Sends every n-th message through its bytes, so that the codec is part of the conference without
 * making up most of its cost. What arrives must equal what was sent.
 */
final class MessageCheck {
  private final int every;
  private long seen;

  MessageCheck(int every) {
    this.every = every;
  }

  UpMessage up(UpMessage message, int device) {
    if (every == 0 || ++seen % every != 0) {
      return message;
    }
    return same(message, MessageCodec.decodeUp(MessageCodec.encode(message)), device);
  }

  DownMessage down(DownMessage message, int device) {
    if (every == 0 || ++seen % every != 0) {
      return message;
    }
    return same(message, MessageCodec.decodeDown(MessageCodec.encode(message)), device);
  }

  private static <T> T same(T sent, Decoded<T> received, int device) {
    return switch (received) {
      case Decoded.Ok<T>(T message) when message.equals(sent) -> message;
      case Decoded.Ok<T>(T message) ->
          throw new InvariantBroken(
              Invariant.NO_EXCEPTION, device, "bytes changed " + sent + " into " + message);
      case Decoded.Malformed<T>(String reason) ->
          throw new InvariantBroken(
              Invariant.NO_EXCEPTION, device, "bytes of " + sent + " cannot be read: " + reason);
    };
  }
}
