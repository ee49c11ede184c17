package io.baedge.model.doc;

import java.util.Map;
import java.util.TreeMap;

/** Where in its source text each value of a document stands, by path. */
public record Positions(Map<String, Position> byPath) {
  /** For documents that come from no text. */
  public static final Positions NONE = new Positions(new TreeMap<>());

  /** 1-based line and column; 0 when unknown. */
  public record Position(int line, int column) {}

  private static final Position UNKNOWN = new Position(0, 0);

  /** The place of the value, or of the nearest value around it. */
  public Position of(String path) {
    String at = path;
    while (true) {
      Position found = byPath.get(at);
      if (found != null) {
        return found;
      }
      int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
      if (cut < 0) {
        return byPath.getOrDefault("", UNKNOWN);
      }
      at = at.substring(0, cut);
    }
  }
}
