package io.baedge.badge.local;

import io.baedge.model.Limits;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Choice and values as bytes. A choice is saved with the time it has left: clocks start anew. */
final class LocalFile {
  private static final long MONTH_MS = 30 * 86_400_000L;

  record Content(
      String problem, Optional<String> screen, long restMs, Map<String, String> values) {}

  private LocalFile() {}

  static byte[] bytes(Optional<LocalView.Choice> choice, Map<String, String> values, long monoMs) {
    Doc.Builder doc = Doc.fields();
    choice.ifPresent(c -> doc.put("screen", c.screen()).put("restMs", c.untilMonoMs() - monoMs));
    Doc.Builder put = Doc.fields();
    values.forEach(put::put);
    return DocCodec.toCbor(doc.put("values", put.build()).build());
  }

  static Content read(byte[] saved) {
    return switch (DocCodec.fromWire(saved)) {
      case Decoded.Malformed<Doc>(String reason) -> broken(reason);
      case Decoded.Ok<Doc>(Doc doc) -> {
        var problems = new Problems();
        DocReader reader = DocReader.of(doc, problems);
        Optional<String> screen = reader.optionalText("screen", Limits.SHORT_CHARS);
        long restMs = reader.integer("restMs", 0, MONTH_MS, 0);
        DocReader put = reader.object("values");
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : put.names()) {
          values.put(key, put.text(key, LocalDesk.VALUE_CHARS, ""));
        }
        yield problems.isEmpty()
            ? new Content("", screen, restMs, values)
            : broken(problems.sentence());
      }
    };
  }

  private static Content broken(String reason) {
    return new Content(
        "the saved local choices cannot be read: " + reason,
        Optional.empty(),
        0,
        new LinkedHashMap<>());
  }
}
