package io.baedge.badge;

import io.baedge.model.Limits;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import java.util.Optional;

/**
 * Since which epoch the monotonic clock is the same: a program that starts again goes on with the
 * clock of its board, a board that starts again has a new one.
 *
 * @param boot names the start of the board; empty when nobody can tell
 * @param sinceEpoch the first epoch of that start
 * @param hub what the hub told of its time on that clock
 */
record BootFile(String boot, long sinceEpoch, Optional<WallClock.HubAnchor> hub) {
  private static final BootFile NONE = new BootFile("", 0, Optional.empty());

  /** What was saved; a file that cannot be read is none, which makes every epoch a new start. */
  static BootFile read(byte[] saved) {
    if (saved.length == 0 || !(DocCodec.fromWire(saved) instanceof Decoded.Ok<Doc>(Doc doc))) {
      return NONE;
    }
    var problems = new Problems();
    DocReader reader = DocReader.of(doc, problems);
    var read =
        new BootFile(
            reader.text("boot", Limits.SHORT_CHARS, ""),
            reader.integer("sinceEpoch", 0, Long.MAX_VALUE, 0),
            reader.has("hub") ? Optional.of(anchor(reader.object("hub"))) : Optional.empty());
    return problems.isEmpty() ? read : NONE;
  }

  private static WallClock.HubAnchor anchor(DocReader hub) {
    return new WallClock.HubAnchor(
        hub.integer("offsetMs", Long.MIN_VALUE, Long.MAX_VALUE),
        hub.integer("errorMs", 0, Long.MAX_VALUE),
        hub.integer("monoMs", 0, Long.MAX_VALUE));
  }

  /** The same in the epoch that begins now. */
  BootFile at(String bootNow, long epoch) {
    boolean same = !bootNow.isEmpty() && bootNow.equals(boot) && sinceEpoch <= epoch;
    return same ? this : new BootFile(bootNow, epoch, Optional.empty());
  }

  BootFile with(WallClock.HubAnchor anchor) {
    return new BootFile(boot, sinceEpoch, Optional.of(anchor));
  }

  byte[] bytes() {
    Doc.Builder doc = Doc.fields().put("boot", boot).put("sinceEpoch", sinceEpoch);
    hub.ifPresent(
        anchor ->
            doc.put(
                "hub",
                Doc.fields()
                    .put("offsetMs", anchor.offsetMs())
                    .put("errorMs", anchor.errorMs())
                    .put("monoMs", anchor.monoMs())
                    .build()));
    return DocCodec.toCbor(doc.build());
  }
}
