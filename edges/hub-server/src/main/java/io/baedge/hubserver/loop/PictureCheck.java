package io.baedge.hubserver.loop;

import io.baedge.model.codec.Decoded;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.UpMessage;
import io.baedge.screen.FrameCodec;
import io.baedge.screen.FrameFormatException;

/**
 * Lets a picture in only under its own name: pictures are shared by their hash, so one that came
 * under another hash would be shown for every badge that shows that one.
 */
final class PictureCheck {
  private PictureCheck() {}

  /** The message, unless it carries bytes that are not the picture they claim to be. */
  static Decoded<UpMessage> honest(UpMessage message) {
    if (!(message instanceof Reported reported)) {
      return new Decoded.Ok<>(message);
    }
    Glass glass = reported.glass();
    byte[] bytes = glass.frame();
    if (bytes.length == 0) {
      return new Decoded.Ok<>(message);
    }
    try {
      String hash = FrameCodec.decode(bytes).hash();
      return hash.equals(glass.hash())
          ? new Decoded.Ok<>(message)
          : new Decoded.Malformed<>(
              "the picture of the report has the hash " + hash + ", not " + glass.hash());
    } catch (FrameFormatException e) {
      return new Decoded.Malformed<>("the picture of the report is none: " + e.getMessage());
    }
  }
}
