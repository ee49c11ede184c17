package io.baedge.hub.desired;

import io.baedge.model.doc.Doc;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a document by their path; a list counts as one value. */
public final class Paths {
  private Paths() {}

  /** All values, in order. */
  public static Map<String, Doc> leaves(Doc.Fields doc) {
    Map<String, Doc> leaves = new LinkedHashMap<>();
    collect("", doc, leaves);
    return leaves;
  }

  private static void collect(String path, Doc.Fields doc, Map<String, Doc> leaves) {
    doc.values()
        .forEach(
            (name, value) -> {
              String below = path.isEmpty() ? name : path + "." + name;
              if (value instanceof Doc.Fields fields) {
                collect(below, fields, leaves);
              } else {
                leaves.put(below, value);
              }
            });
  }
}
