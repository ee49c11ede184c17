package io.baedge.screen.theme;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The look of a conference. Immutable.
///
/// @param name of the conference; empty if the theme has none
/// @param logo file name of its logo, beside the theme's file; empty if it has none
/// @param bands by the names of the roles in small letters
/// @param otherwise the band of every other role
public record Theme(
    String name,
    Optional<String> logo,
    AccentUse accent,
    SortedMap<String, Band> bands,
    Band otherwise) {
  /// The name by which layouts ask for the logo, as an image and as a condition.
  public static final String LOGO = "theme.logo";

  /// No theme: Baedge's own look.
  public static final Theme NONE =
      new Theme("", Optional.empty(), AccentUse.ALL, new TreeMap<>(), Band.PLAIN);

  private static final String ROLE = "wearer.role";

  /// Copies the bands.
  public Theme {
    bands = Collections.unmodifiableSortedMap(new TreeMap<>(bands));
  }

  /// The band of a role, whose letters may be large or small.
  public Band band(String role) {
    return bands.getOrDefault(folded(role), otherwise);
  }

  /// What a role is called by for looking it up.
  static String folded(String role) {
    return role.strip().toLowerCase(Locale.ROOT);
  }

  /// The band of the wearer's role.
  public Band bandOf(Function<String, Optional<String>> values) {
    return band(values.apply(ROLE).orElse(""));
  }

  /// What a key means by this theme, for keys that nobody else gave a value: `theme.name`,
  /// `theme.role` (the label of the wearer's role), and `conference.name`.
  public Optional<String> value(String key, Function<String, Optional<String>> values) {
    return switch (key) {
      case "theme.name", "conference.name" -> Optional.of(name).filter(text -> !text.isBlank());
      case "theme.role" ->
          values
              .apply(ROLE)
              .filter(role -> !role.isBlank())
              .map(role -> band(role).label().orElse(role));
      default -> Optional.empty();
    };
  }
}
