package io.baedge.screen.library;

import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.ReadLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The built-in screens by name. A screen is read when it is first asked for; safe for many
/// threads.
public final class Screens {
  /// Names of the built-in screens.
  public static final List<String> NAMES =
      List.of(
          "wearer",
          "baedge",
          "hardware",
          "nomad",
          "conference",
          "schedule",
          "claim",
          "replaced",
          "announcement",
          "identify",
          "last-gasp");

  /// Other names that screens go by.
  public static final Map<String, String> ALIASES = new TreeMap<>(Map.of("scale", "conference"));

  private static final Screens BUILT_IN = new Screens();

  private final Map<String, Layout> read = new TreeMap<>();

  private Screens() {}

  /// The built-in screens.
  public static Screens builtIn() {
    return BUILT_IN;
  }

  /// The layout of a name or alias; empty if there is none.
  public Optional<Layout> find(String name) {
    String known = ALIASES.getOrDefault(name, name);
    return NAMES.contains(known) ? Optional.of(layout(known)) : Optional.empty();
  }

  private synchronized Layout layout(String name) {
    return read.computeIfAbsent(name, Screens::readResource);
  }

  /// The YAML of a built-in screen: a beginning for own ones.
  ///
  /// @throws IllegalArgumentException if there is no such screen
  public static String source(String name) {
    String known = ALIASES.getOrDefault(name, name);
    if (!NAMES.contains(known)) {
      throw new IllegalArgumentException(
          "there is no screen \"" + name + "\"; use one of " + String.join(", ", NAMES));
    }
    String resource = "screens/" + known + ".yaml";
    try (InputStream in = Screens.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
    }
  }

  private static Layout readResource(String name) {
    return switch (LayoutReader.read(source(name))) {
      case ReadLayout.Ok(Layout layout) -> layout;
      case ReadLayout.Refused refused ->
          throw new IllegalStateException(
              "the screen " + name + " is not well formed: " + refused.sentences());
    };
  }
}
