package io.baedge.screen.theme;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.Located;
import io.baedge.model.codec.YamlText;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.doc.Suggestion;
import io.baedge.screen.layout.Ground;
import io.baedge.screen.layout.Ink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the YAML of a theme: `name`, `logo`, `accent`, and `roles` with `ground`, `ink` and
/// `label`; the role `other` is every role without a band of its own.
public final class ThemeReader {
  /// Longest theme that is read, in characters.
  public static final int MAX_CHARS = 64 * 1024;

  private static final int MAX_NAME = 100;
  private static final int MAX_FILE = 128;
  private static final int MAX_ROLES = 64;
  private static final String OTHER = "other";
  private static final List<String> GROUNDS = List.of("white", "black", "accent");

  private ThemeReader() {}

  /// Reads a theme; every problem is found in one go.
  public static ReadTheme read(String yaml) {
    if (yaml.length() > MAX_CHARS) {
      return refused(
          "the theme has " + yaml.length() + " characters; at most " + MAX_CHARS + " are read");
    }
    return switch (YamlText.read(yaml)) {
      case Decoded.Malformed<Located>(String reason) -> refused(reason);
      case Decoded.Ok<Located>(Located located) -> read(located);
    };
  }

  private static ReadTheme refused(String reason) {
    return new ReadTheme.Refused(List.of(new Problem("", reason)));
  }

  private static ReadTheme read(Located located) {
    Problems problems = new Problems(located.positions());
    DocReader reader = DocReader.of(located.doc(), problems);
    String name = reader.text("name", MAX_NAME, "").strip();
    Optional<String> logo =
        reader.parsed(
            "logo",
            MAX_FILE,
            ThemeReader::file,
            "the name of a .png, .jpg, .jpeg or .svg file beside the theme");
    AccentUse accent = reader.word("accent", AccentUse.class, AccentUse.ALL);
    SortedMap<String, Band> bands = new TreeMap<>();
    DocReader roles = reader.object("roles");
    if (roles.names().size() > MAX_ROLES) {
      reader.problem(
          "roles", "has " + roles.names().size() + " entries; at most " + MAX_ROLES + " are read");
    }
    for (String role : roles.names().stream().limit(MAX_ROLES).toList()) {
      if (bands.put(Theme.folded(role), band(roles.object(role))) != null) {
        roles.problem(
            role, "is there twice, because large and small letters are the same; drop one");
      }
    }
    reader.rejectUnknown();
    Band other = bands.getOrDefault(OTHER, Band.PLAIN);
    return problems.isEmpty()
        ? new ReadTheme.Ok(new Theme(name, logo, accent, bands, other))
        : new ReadTheme.Refused(problems.all());
  }

  private static Band band(DocReader reader) {
    Ground ground =
        switch (reader.text("ground", MAX_NAME, "accent")) {
          case "white" -> Ground.WHITE;
          case "black" -> Ground.BLACK;
          case "accent" -> Ground.ACCENT;
          case String word -> {
            reader.problem("ground", "is '" + word + "'; " + Suggestion.oneOf(word, GROUNDS));
            yield Ground.ACCENT;
          }
        };
    Ink ink = reader.word("ink", Ink.class, Ink.AUTO);
    // A label that is there but empty leaves the role out.
    Optional<String> label =
        reader.raw("label").filter(raw -> !(raw instanceof Doc.Null)).isPresent()
            ? Optional.of(reader.text("label", MAX_NAME).strip())
            : Optional.empty();
    reader.rejectUnknown();
    return new Band(ground, ink, label);
  }

  private static Optional<String> file(String text) {
    String name = text.strip();
    String lower = name.toLowerCase(Locale.ROOT);
    boolean picture = List.of(".png", ".jpg", ".jpeg", ".svg").stream().anyMatch(lower::endsWith);
    boolean beside = !name.contains("/") && !name.contains("\\") && !name.startsWith(".");
    return picture && beside ? Optional.of(name) : Optional.empty();
  }
}
