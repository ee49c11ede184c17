package io.baedge.model.doc;

/**
 * Something wrong with a value that came from outside.
 *
 * @param field where, as a path such as {@code uplinks[0].port}; empty for the whole document
 * @param message what is wrong and what to do, without the field's name
 * @param line 1-based line in the source text, 0 when unknown
 * @param column 1-based column, 0 when unknown
 */
public record Problem(String field, String message, int line, int column) {
  /** A problem without a place in a text. */
  public Problem(String field, String message) {
    this(field, message, 0, 0);
  }

  /** One sentence for people. */
  public String sentence() {
    String place = line > 0 ? "line " + line + ", column " + column + ": " : "";
    return place + (field.isEmpty() ? message : field + " " + message);
  }
}
