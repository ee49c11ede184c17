package io.baedge.screen.compose;

import io.baedge.screen.mark.ImageSource;
import io.baedge.screen.theme.Theme;
import java.util.Optional;

/// The values an element sees: all, what the theme adds to them, and below an alias those of one
/// list entry.
record Scope(Values values, Theme theme, ImageSource images, String alias, String prefix) {
  static Scope of(Values values, Theme theme, ImageSource images) {
    return new Scope(values, theme, images, "", "");
  }

  /// The same for one entry of a list.
  Scope entry(String name, String place) {
    return new Scope(values, theme, images, name, place);
  }

  Optional<String> get(String key) {
    String resolved = resolve(key);
    if (resolved.equals(Theme.LOGO)) {
      // A logo that cannot be drawn is none: screens then show the conference's name.
      return theme.logo().filter(file -> images.image(Theme.LOGO).isPresent());
    }
    return values.get(resolved).or(() -> theme.value(resolved, values::get));
  }

  String resolve(String key) {
    if (!alias.isEmpty()
        && key.startsWith(alias)
        && (key.length() == alias.length() || key.charAt(alias.length()) == '.')) {
      return prefix + key.substring(alias.length());
    }
    return key;
  }
}
