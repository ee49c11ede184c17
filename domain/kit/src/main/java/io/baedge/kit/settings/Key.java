package io.baedge.kit.settings;

import java.util.List;

/**
 * A setting that exists.
 *
 * @param path its place in the file, with dots
 * @param otherwise its default as text
 * @param about what it does, a few words
 * @param variables environment variables that set it, the strongest first
 */
public record Key(String path, Kind kind, String otherwise, String about, List<String> variables) {
  /** How a text from flag or environment becomes a value. */
  public enum Kind {
    /** As it is. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A span of time such as 5m. */
    DURATION,
    /** True or false. */
    FLAG,
    /** A text that is never shown. */
    SECRET
  }

  public Key {
    variables = List.copyOf(variables);
  }

  /** The last part of the path: the name within its section. */
  public String leaf() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The default of an INTEGER. */
  public int otherwiseNumber() {
    return Integer.parseInt(otherwise);
  }
}
