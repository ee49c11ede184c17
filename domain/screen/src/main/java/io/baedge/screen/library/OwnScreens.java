package io.baedge.screen.library;

import io.baedge.screen.layout.Layout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Screens that somebody wrote, beside the built-in ones; an own screen wins over a built-in one of
/// the same name. Immutable.
///
/// @param layouts by the name of the screen
/// @param problems what is wrong with files, one sentence for each bad file in the order of names
public record OwnScreens(SortedMap<String, Layout> layouts, List<String> problems) {
  /// Only the built-in screens.
  public static final OwnScreens NONE = new OwnScreens(new TreeMap<>(), List.of());

  /// Copies both.
  public OwnScreens {
    layouts = Collections.unmodifiableSortedMap(new TreeMap<>(layouts));
    problems = List.copyOf(problems);
  }

  /// The layout of a name: an own one, else a built-in one (or its alias).
  public Optional<Layout> find(String name) {
    return Optional.ofNullable(layouts.get(name)).or(() -> Screens.builtIn().find(name));
  }

  /// Names of all screens: the built-in ones in their order, then the own ones.
  public List<String> names() {
    List<String> names = new ArrayList<>(Screens.NAMES);
    layouts.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
    return List.copyOf(names);
  }
}
