package io.baedge.model.doc;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads named values with types and bounds. What is wrong goes to {@link Problems}; the value read
 * is then a harmless stand-in, so that reading goes on and finds the rest.
 */
public final class DocReader {
  private final Doc.Fields fields;
  private final String path;
  private final Problems problems;
  private final List<String> known = new ArrayList<>();

  private DocReader(Doc.Fields fields, String path, Problems problems) {
    this.fields = fields;
    this.path = path;
    this.problems = problems;
  }

  /** Reads a whole document; one that has no named values is a problem and reads as empty. */
  public static DocReader of(Doc doc, Problems problems) {
    return at(doc, "", problems);
  }

  private static DocReader at(Doc doc, String path, Problems problems) {
    if (doc instanceof Doc.Fields named) {
      return new DocReader(named, path, problems);
    }
    problems.add(path, "must have named values, not " + kind(doc));
    return new DocReader(Doc.Fields.EMPTY, path, problems);
  }

  /** The path of a value below here. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Notes a problem with the value of that name. */
  public void problem(String name, String message) {
    problems.add(path(name), message);
  }

  /** The names that are present, in order. */
  public List<String> names() {
    return List.copyOf(fields.values().keySet());
  }

  /** Whether the value is present and not null. */
  public boolean has(String name) {
    known.add(name);
    return fields.values().getOrDefault(name, Doc.Null.NULL) != Doc.Null.NULL;
  }

  /** The raw value, if present and not null. */
  public Optional<Doc> raw(String name) {
    return has(name) ? Optional.ofNullable(fields.values().get(name)) : Optional.empty();
  }

  /** A text that must be there. */
  public String text(String name, int maxChars) {
    Optional<String> value = optionalText(name, maxChars);
    if (value.isEmpty() && !has(name)) {
      problem(name, "is missing; give a text of at most " + maxChars + " characters");
    }
    return value.orElse("");
  }

  /** A text, or the default when it is not there. Numbers and truth values count as their text. */
  public String text(String name, int maxChars, String otherwise) {
    return optionalText(name, maxChars).orElse(otherwise);
  }

  /** A text if it is there. */
  public Optional<String> optionalText(String name, int maxChars) {
    Optional<Doc> raw = raw(name);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    String value =
        switch (raw.get()) {
          case Doc.Text(String text) -> text;
          case Doc.Int(long number) -> Long.toString(number);
          case Doc.Real(double number) -> Double.toString(number);
          case Doc.Bool(boolean truth) -> Boolean.toString(truth);
          case Doc.Null _, Doc.Bytes _, Doc.Items _, Doc.Fields _ -> {
            problem(name, "must be a text, not " + kind(raw.get()));
            yield "";
          }
        };
    if (value.length() > maxChars) {
      problem(name, "has " + value.length() + " characters; at most " + maxChars + " are allowed");
      return Optional.of(value.substring(0, maxChars));
    }
    return Optional.of(value);
  }

  /** A whole number that must be there. */
  public long integer(String name, long min, long max) {
    if (!has(name)) {
      problem(name, "is missing; give a whole number from " + min + " to " + max);
      return min;
    }
    return integer(name, min, max, min);
  }

  /** A whole number, or the default when it is not there. */
  public long integer(String name, long min, long max, long otherwise) {
    Optional<Doc> raw = raw(name);
    if (raw.isEmpty()) {
      return otherwise;
    }
    if (!(raw.get() instanceof Doc.Int(long value))) {
      problem(
          name, "must be a whole number from " + min + " to " + max + ", not " + shown(raw.get()));
      return otherwise;
    }
    if (value < min || value > max) {
      problem(name, "is " + value + "; it must be from " + min + " to " + max);
      return Math.clamp(value, min, max);
    }
    return value;
  }

  /** A number with or without a fraction, or the default when it is not there. */
  public double number(String name, double min, double max, double otherwise) {
    Optional<Doc> raw = raw(name);
    if (raw.isEmpty()) {
      return otherwise;
    }
    double value =
        switch (raw.get()) {
          case Doc.Int(long whole) -> whole;
          case Doc.Real(double real) -> real;
          case Doc.Null _, Doc.Bool _, Doc.Text _, Doc.Bytes _, Doc.Items _, Doc.Fields _ ->
              Double.NaN;
        };
    if (!(value >= min && value <= max)) {
      problem(name, "must be a number from " + min + " to " + max + ", not " + shown(raw.get()));
      return otherwise;
    }
    return value;
  }

  /** A truth value, or the default when it is not there. */
  public boolean flag(String name, boolean otherwise) {
    Optional<Doc> raw = raw(name);
    if (raw.isEmpty()) {
      return otherwise;
    }
    if (raw.get() instanceof Doc.Bool(boolean value)) {
      return value;
    }
    problem(name, "must be true or false, not " + shown(raw.get()));
    return otherwise;
  }

  /** Bytes, empty when not there. */
  public byte[] bytes(String name, int maxBytes) {
    byte[] value =
        switch (raw(name).orElse(Doc.Null.NULL)) {
          case Doc.Bytes(byte[] given) -> given;
          case Doc.Text(String text) -> decoded(name, text);
          case Doc.Null _ -> new byte[0];
          case Doc.Bool _, Doc.Int _, Doc.Real _, Doc.Items _, Doc.Fields _ -> {
            problem(name, "must be bytes");
            yield new byte[0];
          }
        };
    if (value.length > maxBytes) {
      problem(name, "has " + value.length + " bytes; at most " + maxBytes + " are allowed");
      return new byte[0];
    }
    return value;
  }

  /** One of an enum's words in lower case, or the default when it is not there. */
  public <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
    Optional<String> text = optionalText(name, 64);
    if (text.isEmpty()) {
      return otherwise;
    }
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String word = constant.name().toLowerCase(java.util.Locale.ROOT);
      if (word.equals(text.get())) {
        return constant;
      }
      words.add(word);
    }
    problem(name, "is '" + text.get() + "'; " + Suggestion.oneOf(text.get(), words));
    return otherwise;
  }

  /** A value of an own form; empty when it is absent or (a noted problem) malformed. */
  public <T> Optional<T> parsed(
      String name, int maxChars, Function<String, Optional<T>> parser, String form) {
    Optional<String> text = optionalText(name, maxChars);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = parser.apply(text.get());
    if (value.isEmpty()) {
      problem(name, "is '" + text.get() + "'; it must be " + form);
    }
    return value;
  }

  /** Named values below; empty ones when it is not there. */
  public DocReader object(String name) {
    return at(raw(name).orElse(Doc.Fields.EMPTY), path(name), problems);
  }

  /** A list of named values; empty when it is not there. */
  public List<DocReader> objects(String name, int maxItems) {
    List<DocReader> readers = new ArrayList<>();
    List<Doc> items = items(name, maxItems);
    for (int i = 0; i < items.size(); i++) {
      readers.add(at(items.get(i), path(name) + "[" + i + "]", problems));
    }
    return readers;
  }

  /** A list of texts; empty when it is not there. */
  public List<String> texts(String name, int maxItems, int maxChars) {
    List<String> texts = new ArrayList<>();
    for (Doc item : items(name, maxItems)) {
      if (item instanceof Doc.Text(String text) && text.length() <= maxChars) {
        texts.add(text);
      } else {
        problem(name, "must hold texts of at most " + maxChars + " characters, not " + shown(item));
      }
    }
    return texts;
  }

  /** The values of a list; empty when it is not there. */
  public List<Doc> items(String name, int maxItems) {
    Optional<Doc> raw = raw(name);
    if (raw.isEmpty()) {
      return List.of();
    }
    if (!(raw.get() instanceof Doc.Items(List<Doc> values))) {
      problem(name, "must be a list, not " + kind(raw.get()));
      return List.of();
    }
    if (values.size() > maxItems) {
      problem(name, "has " + values.size() + " entries; at most " + maxItems + " are allowed");
      return values.subList(0, maxItems);
    }
    return values;
  }

  /** Notes every name that was not asked for, with the nearest one that was. */
  public void rejectUnknown() {
    for (String name : fields.values().keySet()) {
      if (!known.contains(name)) {
        problem(
            name, "is unknown here; " + Suggestion.oneOf(name, known.stream().distinct().toList()));
      }
    }
  }

  private byte[] decoded(String name, String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      problem(name, "must be bytes in base64url");
      return new byte[0];
    }
  }

  private static String kind(Doc doc) {
    return switch (doc) {
      case Doc.Null _ -> "nothing";
      case Doc.Bool _ -> "true or false";
      case Doc.Int _, Doc.Real _ -> "a number";
      case Doc.Text _ -> "a text";
      case Doc.Bytes _ -> "bytes";
      case Doc.Items _ -> "a list";
      case Doc.Fields _ -> "named values";
    };
  }

  private static String shown(Doc doc) {
    return switch (doc) {
      case Doc.Text(String text) ->
          "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
      case Doc.Int(long number) -> Long.toString(number);
      case Doc.Real(double number) -> Double.toString(number);
      case Doc.Bool(boolean truth) -> Boolean.toString(truth);
      case Doc.Null _, Doc.Bytes _, Doc.Items _, Doc.Fields _ -> kind(doc);
    };
  }
}
