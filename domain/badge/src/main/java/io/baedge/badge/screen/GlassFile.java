package io.baedge.badge.screen;

import io.baedge.model.Limits;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import io.baedge.model.message.Decider;
import io.baedge.model.panel.Rotation;
import io.baedge.screen.Frame;
import io.baedge.screen.FrameCodec;
import io.baedge.screen.FrameFormatException;
import java.util.Optional;

/**
 * What is on the glass, as bytes for the card.
 *
 * @param settled false while the panel takes the picture: after a power cut it must be drawn again
 * @param wear weighted refreshes of this panel so far
 * @param rotation how the picture was turned
 */
record GlassFile(
    String screen, Decider decider, boolean settled, Frame frame, long wear, Rotation rotation) {
  private static final long MOST_WEAR = 1_000_000_000_000L;

  /** What was read, or why not. */
  record Read(Optional<GlassFile> glass, String problem) {}

  byte[] bytes() {
    return DocCodec.toCbor(
        Doc.fields()
            .put("screen", screen)
            .put("decider", decider.word())
            .put("settled", settled)
            .put("frame", FrameCodec.encode(frame))
            .put("wear", wear)
            .put("rotation", rotation.degrees())
            .build());
  }

  static Read read(byte[] saved) {
    if (saved.length == 0) {
      return new Read(Optional.empty(), "");
    }
    return switch (DocCodec.fromWire(saved)) {
      case Decoded.Malformed<Doc>(String reason) -> broken(reason);
      case Decoded.Ok<Doc>(Doc doc) -> read(doc);
    };
  }

  private static Read read(Doc doc) {
    var problems = new Problems();
    DocReader reader = DocReader.of(doc, problems);
    String word = reader.text("decider", Limits.SHORT_CHARS, "");
    Decider decider = Decider.DEFAULT;
    for (Decider candidate : Decider.values()) {
      decider = candidate.word().equals(word) ? candidate : decider;
    }
    String screen = reader.text("screen", Limits.SHORT_CHARS, "");
    boolean settled = reader.flag("settled", false);
    byte[] frame = reader.bytes("frame", FrameCodec.MAX_BYTES);
    long wear = reader.integer("wear", 0, MOST_WEAR, 0);
    Rotation rotation = Rotation.of(reader.integer("rotation", 0, 270, 0)).orElse(Rotation.NONE);
    if (!problems.isEmpty()) {
      return broken(problems.sentence());
    }
    try {
      return new Read(
          Optional.of(
              new GlassFile(screen, decider, settled, FrameCodec.decode(frame), wear, rotation)),
          "");
    } catch (FrameFormatException e) {
      return broken(String.valueOf(e.getMessage()));
    }
  }

  private static Read broken(String reason) {
    return new Read(Optional.empty(), "the saved picture cannot be read: " + reason);
  }
}
