package io.baedge.model.codec;

import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.telemetry.SequenceRanges;
import java.util.ArrayList;
import java.util.List;

/** Sequence ranges as a list of numbers: from, to, from, to. */
final class RangeDoc {
  private RangeDoc() {}

  static List<Doc> write(SequenceRanges ranges) {
    List<Doc> flat = new ArrayList<>();
    for (SequenceRanges.Range range : ranges.ranges()) {
      flat.add(new Doc.Int(range.from()));
      flat.add(new Doc.Int(range.to()));
    }
    return flat;
  }

  static SequenceRanges read(DocReader doc, String field, int most) {
    List<Doc> flat = doc.items(field, 2 * most);
    List<SequenceRanges.Range> ranges = new ArrayList<>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      if (flat.get(i) instanceof Doc.Int(long from)
          && flat.get(i + 1) instanceof Doc.Int(long to)) {
        ranges.add(new SequenceRanges.Range(from, to));
      } else {
        doc.problem(field, "must hold pairs of whole numbers");
      }
    }
    return new SequenceRanges(ranges);
  }
}
