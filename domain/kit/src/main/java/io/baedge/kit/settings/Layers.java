package io.baedge.kit.settings;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.Located;
import io.baedge.model.codec.YamlText;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.MergePatch;
import io.baedge.model.doc.Positions;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays flags over environment over file, and remembers where each value came from. */
public final class Layers {
  private static final String DEFAULT = "default";
  private static final String MASK = "********";

  private final List<Key> keys;
  private final Map<String, String> flags;
  private final Map<String, String> environment;

  /**
   * What was laid together.
   *
   * @param doc the values that were given, in the form of the file
   * @param positions where those of the file stand
   */
  public record Merged(Doc doc, Positions positions, List<Setting> settings) {
    public Merged {
      settings = List.copyOf(settings);
    }

    /** A problem with where its value came from: a place in the file, a variable or a flag. */
    public Problem placed(Problem problem, String fileName) {
      String source =
          settings.stream()
              .filter(setting -> setting.key().equals(problem.field()))
              .map(Setting::source)
              .findFirst()
              .orElse(DEFAULT);
      if (!source.equals(DEFAULT) && !source.startsWith(fileName + " line ")) {
        return new Problem("", problem.field() + " (" + source + ") " + problem.message());
      }
      return fileName.isEmpty() || problem.line() == 0
          ? problem
          : new Problem("", fileName + " " + problem.sentence());
    }
  }

  /**
   * The settings that exist and two of the layers.
   *
   * @param flags by path
   * @param environment all variables of the process
   */
  public Layers(List<Key> keys, Map<String, String> flags, Map<String, String> environment) {
    this.keys = List.copyOf(keys);
    this.flags = new LinkedHashMap<>(flags);
    this.environment = environment;
  }

  /** A sentence about the first name that is no setting. */
  public static Optional<String> unknownKey(List<Key> keys, Collection<String> names) {
    List<String> known = keys.stream().map(Key::path).toList();
    return names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "there is no setting '" + name + "'; " + Suggestion.oneOf(name, known));
  }

  /** Lays the layers over the text of a file of that name; an empty text is no file. */
  public Decoded<Merged> over(String yaml, String fileName) {
    return switch (YamlText.read(yaml)) {
      case Decoded.Malformed<Located>(String reason) ->
          new Decoded.Malformed<>(fileName + " " + reason);
      case Decoded.Ok<Located>(Located located) -> over(located, fileName);
    };
  }

  private Decoded<Merged> over(Located located, String fileName) {
    Doc given = located.doc() == Doc.Null.NULL ? Doc.Fields.EMPTY : located.doc();
    if (!(given instanceof Doc.Fields)) {
      return new Decoded.Malformed<>(fileName + " must hold settings such as '" + example() + "'");
    }
    Positions positions = located.positions();
    Map<String, String> sources = new LinkedHashMap<>();
    Doc doc = given;
    for (Key key : keys) {
      Optional<Above> above = above(key);
      if (above.isPresent()) {
        doc = MergePatch.apply(doc, patch(key.path(), typed(key, above.get().text())));
        sources.put(key.path(), above.get().source());
      } else if (positions.byPath().containsKey(key.path())) {
        sources.put(key.path(), fileName + " line " + positions.of(key.path()).line());
      }
    }
    return new Decoded.Ok<>(new Merged(doc, positions, settings(doc, sources)));
  }

  private String example() {
    Key first = keys.getFirst();
    return first.path() + ": " + first.otherwise();
  }

  private record Above(String text, String source) {}

  private Optional<Above> above(Key key) {
    String flag = flags.get(key.path());
    if (flag != null) {
      return Optional.of(new Above(flag, "flag"));
    }
    for (String variable : key.variables()) {
      String value = environment.get(variable);
      if (value != null) {
        return Optional.of(new Above(value, variable));
      }
    }
    return Optional.empty();
  }

  /** A value from the environment or a flag is text; others must look like those of a file. */
  private static Doc typed(Key key, String text) {
    String plain = text.strip();
    return switch (key.kind()) {
      case INTEGER ->
          plain.matches("-?\\d{1,18}") ? new Doc.Int(Long.parseLong(plain)) : new Doc.Text(text);
      case FLAG ->
          plain.equals("true") || plain.equals("false")
              ? new Doc.Bool(plain.equals("true"))
              : new Doc.Text(text);
      case TEXT, DURATION, SECRET -> new Doc.Text(text);
    };
  }

  private static Doc patch(String path, Doc value) {
    Doc doc = value;
    String rest = path;
    while (true) {
      int dot = rest.lastIndexOf('.');
      doc = Doc.fields().put(rest.substring(dot + 1), doc).build();
      if (dot < 0) {
        return doc;
      }
      rest = rest.substring(0, dot);
    }
  }

  private List<Setting> settings(Doc doc, Map<String, String> sources) {
    List<Setting> settings = new ArrayList<>();
    for (Key key : keys) {
      String value = valueAt(doc, key.path()).orElse(key.otherwise());
      boolean masked = key.kind() == Key.Kind.SECRET && !value.isEmpty();
      settings.add(
          new Setting(
              key.path(),
              masked ? MASK : value,
              sources.getOrDefault(key.path(), DEFAULT),
              key.about()));
    }
    return settings;
  }

  private static Optional<String> valueAt(Doc doc, String path) {
    Doc at = doc;
    for (String name : path.split("\\.", -1)) {
      if (!(at instanceof Doc.Fields(Map<String, Doc> values)) || !values.containsKey(name)) {
        return Optional.empty();
      }
      at = values.get(name);
    }
    return switch (at) {
      case Doc.Text(String text) -> Optional.of(text);
      case Doc.Int(long number) -> Optional.of(Long.toString(number));
      case Doc.Real(double number) -> Optional.of(Double.toString(number));
      case Doc.Bool(boolean truth) -> Optional.of(Boolean.toString(truth));
      case Doc.Items(List<Doc> items) ->
          Optional.of(
              String.join(
                  ", ",
                  items.stream().map(i -> i instanceof Doc.Text(String t) ? t : "…").toList()));
      case Doc.Null _, Doc.Bytes _, Doc.Fields _ -> Optional.empty();
    };
  }
}
