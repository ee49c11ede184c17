package io.baedge.hubserver.web;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.request.Scope;
import io.baedge.hubserver.loop.FleetView;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.screen.library.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The screens that operators can choose: the built-in ones, and those that badges have. */
final class ScreenNames {
  private static final int MOST_NAMED = 20;

  private final FleetView fleet;
  private final List<String> builtIn;

  ScreenNames(FleetView fleet, List<String> builtIn) {
    this.fleet = fleet;
    this.builtIn = List.copyOf(builtIn);
  }

  List<String> builtIn() {
    return builtIn;
  }

  /** The name by which badges know a screen. */
  static String resolved(String name) {
    return Screens.ALIASES.getOrDefault(name, name);
  }

  /** Names that badges reported beside the built-in ones, each with how many have it. */
  SortedMap<String, Integer> own() {
    SortedMap<String, Integer> own = new TreeMap<>();
    for (BadgeOverview row : fleet.rows()) {
      row.screens().own().forEach(name -> own.merge(name, 1, Integer::sum));
    }
    return own;
  }

  /** All names, the built-in ones first. */
  List<String> all() {
    List<String> all = new ArrayList<>(builtIn);
    own().keySet().stream().filter(name -> !builtIn.contains(name)).forEach(all::add);
    return all;
  }

  /** The badges of a scope. */
  List<BadgeOverview> badges(Scope scope) {
    return fleet.rows().stream().filter(row -> isIn(row, scope)).toList();
  }

  private static boolean isIn(BadgeOverview row, Scope scope) {
    return switch (scope) {
      case Scope.Site _ -> row.identity().badge().isPresent();
      case Scope.Group(String label) ->
          row.identity().badge().isPresent() && row.identity().labels().contains(label);
      case Scope.Wearer(var wearer) ->
          row.identity().badge().isPresent()
              && row.wearer().filter(w -> w.wearer().equals(wearer)).isPresent();
      case Scope.Badge(BadgeId badge) -> row.identity().badge().filter(badge::equals).isPresent();
    };
  }

  /** Sentences about screens that a change of a layer names and badges of its scope lack. */
  List<String> lacking(Doc.Fields patch, Scope scope) {
    SortedSet<String> named = new TreeSet<>();
    name(patch.values().get("screen"), named);
    if (patch.values().get("playlist") instanceof Doc.Items(List<Doc> entries)) {
      for (Doc entry : entries) {
        if (entry instanceof Doc.Fields fields) {
          name(fields.values().get("screen"), named);
        }
      }
    }
    named.removeAll(Screens.NAMES);
    List<String> sentences = new ArrayList<>();
    for (String screen : named) {
      List<BadgeOverview> without =
          badges(scope).stream().filter(row -> !has(row, screen)).toList();
      if (!without.isEmpty()) {
        sentences.add(lacking(screen, without));
      }
    }
    return sentences;
  }

  private static void name(@Nullable Doc screen, SortedSet<String> named) {
    if (screen instanceof Doc.Text(String name)) {
      named.add(name);
    }
  }

  /** Whether the badge can show it, as far as it said. */
  boolean has(BadgeOverview row, String screen) {
    return Screens.NAMES.contains(screen) || row.screens().own().contains(screen);
  }

  /** One sentence about badges that do not have a screen; empty when all have it. */
  static String lacking(String screen, List<BadgeOverview> without) {
    if (without.isEmpty()) {
      return "";
    }
    List<String> names = without.stream().limit(MOST_NAMED).map(BadgeOverview::key).toList();
    int more = without.size() - names.size();
    return without.size()
        + (without.size() == 1 ? " badge has" : " badges have")
        + " no screen '"
        + screen
        + "' and "
        + (without.size() == 1 ? "goes" : "go")
        + " on with what is shown there until the screen's file is in the folder: "
        + String.join(", ", names)
        + (more == 0 ? "" : " and " + more + " more");
  }
}
