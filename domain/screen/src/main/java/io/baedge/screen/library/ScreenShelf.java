package io.baedge.screen.library;

import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.layout.ReadLayout;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Keeps the screens of a folder while its files change: of each file the last good version. Not
/// for two threads; [#screens] can be handed on.
public final class ScreenShelf {
  /// Most files of screens that are read.
  public static final int MOST_SCREENS = 64;

  private final SortedMap<String, Layout> good = new TreeMap<>();
  private final SortedMap<String, String> bad = new TreeMap<>();
  private final SortedSet<String> crowdedOut = new TreeSet<>();

  /// The text of a file is this now.
  ///
  /// @param file its name without folders, ending in `.yaml` or `.yml`
  public void put(String file, String yaml) {
    if (!good.containsKey(file) && good.size() == MOST_SCREENS) {
      unusable(file, "is one screen too many; at most " + MOST_SCREENS + " are read");
      crowdedOut.add(file);
      return;
    }
    crowdedOut.remove(file);
    switch (LayoutReader.read(yaml, nameOf(file))) {
      case ReadLayout.Ok(Layout layout) -> {
        good.put(file, layout);
        bad.remove(file);
      }
      case ReadLayout.Refused refused -> {
        String first = refused.problems().getFirst().sentence();
        int more = refused.problems().size() - 1;
        unusable(file, first + (more == 0 ? "" : "; and " + more + " more"));
      }
    }
  }

  /// A file cannot be read; its last good version stays in use.
  public void unusable(String file, String reason) {
    bad.put(file, reason);
  }

  /// A file is gone, and its screen with it.
  public void remove(String file) {
    good.remove(file);
    bad.remove(file);
    crowdedOut.remove(file);
  }

  /// Files that were not read for want of room, in the order of their names, if there is room now;
  /// each is to be put again, and is forgotten here.
  public List<String> takeCrowdedOut() {
    if (good.size() == MOST_SCREENS) {
      return List.of();
    }
    List<String> files = List.copyOf(crowdedOut);
    crowdedOut.clear();
    return files;
  }

  /// What can be used now.
  public OwnScreens screens() {
    SortedMap<String, Layout> byName = new TreeMap<>();
    SortedMap<String, String> owner = new TreeMap<>();
    SortedMap<String, String> wrong = new TreeMap<>();
    bad.forEach((file, reason) -> wrong.put(file, sentence(file, reason)));
    for (Map.Entry<String, Layout> entry : good.entrySet()) {
      String name = entry.getValue().name();
      String other = owner.putIfAbsent(name, entry.getKey());
      if (other == null) {
        byName.put(name, entry.getValue());
      } else {
        wrong.putIfAbsent(
            entry.getKey(),
            sentence(
                entry.getKey(),
                "is the screen '" + name + "' as " + other + " is, which is used; rename one"));
      }
    }
    return new OwnScreens(byName, List.copyOf(wrong.values()));
  }

  private String sentence(String file, String reason) {
    String kept =
        good.containsKey(file) && bad.containsKey(file) ? "; its last good version stays" : "";
    // A place in the file follows its name, any other reason speaks about it.
    String between = reason.startsWith("line ") ? ", " : " ";
    return file + between + reason + kept;
  }

  /// What a screen is called when its file does not say so.
  private static String nameOf(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }
}
