package io.baedge.badge.value;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The last good values as bytes. A value of a source that is another now is left behind. */
final class ValuesFile {
  /** Longest value, characters. */
  static final int TEXT_CHARS = 300;

  record Content(String problem, SortedMap<String, Source.Kept> values) {}

  private ValuesFile() {}

  static byte[] bytes(List<Source> sources) {
    Doc.Builder doc = Doc.fields();
    for (Source source : sources) {
      Source.Kept kept = source.kept();
      if (kept != null) {
        doc.put(
            source.what().name(),
            Doc.fields()
                .put("place", source.what().place())
                .put("pointer", source.what().pointer())
                .put("text", kept.text())
                .put("mark", kept.mark())
                .put("wallMs", kept.atWallMs())
                .build());
      }
    }
    return DocCodec.toCbor(doc.build());
  }

  static Content read(byte[] saved, List<Source> sources, long monoMs) {
    return switch (DocCodec.fromWire(saved)) {
      case Decoded.Malformed<Doc>(String reason) -> broken(reason);
      case Decoded.Ok<Doc>(Doc doc) -> {
        var problems = new Problems();
        DocReader reader = DocReader.of(doc, problems);
        SortedMap<String, Source.Kept> values = new TreeMap<>();
        for (Source source : sources) {
          String name = source.what().name();
          if (reader.has(name)) {
            DocReader one = reader.object(name);
            var kept = kept(one, monoMs);
            if (one.text("place", ValueSource.PLACE_CHARS, "").equals(source.what().place())
                && one.text("pointer", ValueSource.PLACE_CHARS, "")
                    .equals(source.what().pointer())) {
              values.put(name, kept);
            }
          }
        }
        yield problems.isEmpty() ? new Content("", values) : broken(problems.sentence());
      }
    };
  }

  private static Source.Kept kept(DocReader one, long monoMs) {
    return new Source.Kept(
        one.text("text", TEXT_CHARS),
        one.text("mark", ValueAnswer.MARK_CHARS, ""),
        monoMs,
        one.integer("wallMs", 0, Long.MAX_VALUE, 0),
        true);
  }

  private static Content broken(String reason) {
    return new Content("the saved values cannot be read: " + reason, new TreeMap<>());
  }
}
