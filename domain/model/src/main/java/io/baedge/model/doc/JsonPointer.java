package io.baedge.model.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points at one value in a document (RFC 6901): {@code /today/0/menu}; the empty text points at the
 * whole. In a name {@code ~1} stands for a slash and {@code ~0} for a tilde.
 */
public record JsonPointer(List<String> parts) {
  /** Most parts. */
  public static final int MOST_PARTS = 24;

  public JsonPointer {
    parts = List.copyOf(parts);
  }

  /** Reads one; empty if the text is none. */
  public static Optional<JsonPointer> parse(String text) {
    List<String> parts = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(new JsonPointer(parts));
    }
    if (!text.startsWith("/")) {
      return Optional.empty();
    }
    for (String part : text.substring(1).split("/", -1)) {
      if (part.replace("~0", "").replace("~1", "").contains("~") || parts.size() == MOST_PARTS) {
        return Optional.empty();
      }
      parts.add(part.replace("~1", "/").replace("~0", "~"));
    }
    return Optional.of(new JsonPointer(parts));
  }

  /** The value there; empty if there is none. */
  public Optional<Doc> in(Doc doc) {
    Doc at = doc;
    for (String part : parts) {
      Optional<Doc> below =
          switch (at) {
            case Doc.Fields(Map<String, Doc> values) -> Optional.ofNullable(values.get(part));
            case Doc.Items(List<Doc> values) -> item(values, part);
            case Doc.Null _, Doc.Bool _, Doc.Int _, Doc.Real _, Doc.Text _, Doc.Bytes _ ->
                Optional.empty();
          };
      if (below.isEmpty()) {
        return Optional.empty();
      }
      at = below.get();
    }
    return Optional.of(at);
  }

  private static Optional<Doc> item(List<Doc> values, String part) {
    if (!part.matches("0|[1-9]\\d{0,8}")) {
      return Optional.empty();
    }
    int place = Integer.parseInt(part);
    return place < values.size() ? Optional.of(values.get(place)) : Optional.empty();
  }
}
