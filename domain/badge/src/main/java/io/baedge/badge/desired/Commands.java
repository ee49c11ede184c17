package io.baedge.badge.desired;

import io.baedge.model.Limits;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import java.util.ArrayList;
import java.util.List;

/** The ids of the last commands, so that a repeat is not carried out again. */
final class Commands {
  private static final int MOST = 64;

  private final List<String> ids = new ArrayList<>();

  /** Takes up what was saved; an unreadable memory is an empty one. Returns the reason. */
  String restore(byte[] saved) {
    if (saved.length == 0) {
      return "";
    }
    return switch (DocCodec.fromWire(saved)) {
      case Decoded.Malformed<Doc>(String reason) -> reason;
      case Decoded.Ok<Doc>(Doc doc) -> {
        var problems = new Problems();
        List<String> texts = DocReader.of(doc, problems).texts("ids", MOST, Limits.SHORT_CHARS);
        if (problems.isEmpty()) {
          ids.addAll(texts);
        }
        yield problems.sentence();
      }
    };
  }

  /** Remembers the id; false if it was known. */
  boolean fresh(String id) {
    if (ids.contains(id)) {
      return false;
    }
    if (ids.size() == MOST) {
      ids.removeFirst();
    }
    ids.add(id);
    return true;
  }

  byte[] bytes() {
    List<Doc> texts = new ArrayList<>();
    for (String id : ids) {
      texts.add(new Doc.Text(id));
    }
    return DocCodec.toCbor(Doc.fields().put("ids", texts).build());
  }
}
