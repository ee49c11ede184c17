package io.baedge.model.doc;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON merge patch after RFC 7396: null removes, named values merge, all else replaces. */
public final class MergePatch {
  private MergePatch() {}

  /** The target with the patch applied. */
  public static Doc apply(Doc target, Doc patch) {
    if (!(patch instanceof Doc.Fields(Map<String, Doc> changes))) {
      return patch;
    }
    Map<String, Doc> merged =
        target instanceof Doc.Fields(Map<String, Doc> present)
            ? new LinkedHashMap<>(present)
            : new LinkedHashMap<>();
    changes.forEach(
        (name, change) -> {
          if (change == Doc.Null.NULL) {
            merged.remove(name);
          } else {
            merged.put(name, apply(merged.getOrDefault(name, Doc.Null.NULL), change));
          }
        });
    return new Doc.Fields(merged);
  }
}
