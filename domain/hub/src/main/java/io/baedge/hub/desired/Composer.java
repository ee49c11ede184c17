package io.baedge.hub.desired;

import io.baedge.hub.store.Write;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.MergePatch;
import io.baedge.model.doc.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the layers over the ground: site, groups, wearer, badge; then push and announcement. */
public final class Composer {
  private final Layers layers;

  /** Over these layers. */
  public Composer(Layers layers) {
    this.layers = layers;
  }

  /** What the badge shall be. */
  public DesiredState compose(Subject subject, Ground ground, long wallMs) {
    DesiredState base = base(subject, ground);
    List<Write.Layer> over = layers.of(subject);
    DesiredState merged = over.isEmpty() ? base : merge(base, over);
    var shown =
        new DesiredState.Shown(
            merged.shown().screen(),
            layers.push(subject, wallMs),
            layers.announcement(subject, wallMs));
    return new DesiredState(
        Ownership.OWNED,
        merged.wearer(),
        merged.conference(),
        shown,
        ground.sessions(),
        merged.cadence());
  }

  /** What a device without a badge shall be. */
  public static DesiredState withoutBadge(Ownership ownership, Ground ground) {
    DesiredState plain = DesiredState.UNCLAIMED;
    return new DesiredState(
        ownership,
        Optional.empty(),
        ground.conference(),
        plain.shown(),
        List.of(),
        ground.cadence());
  }

  /** Where each value of the badge comes from, by its path. */
  public Map<String, String> origins(Subject subject, Ground ground, long wallMs) {
    Map<String, String> origins = new LinkedHashMap<>();
    Doc.Fields composed = DesiredDoc.write(compose(subject, ground, wallMs));
    Paths.leaves(composed).keySet().forEach(path -> origins.put(path, ground(path)));
    for (Write.Layer layer : layers.of(subject)) {
      String name =
          layer.scope().key().isEmpty()
              ? layer.scope().kind()
              : layer.scope().kind() + ":" + layer.scope().key();
      Paths.leaves(layer.values()).keySet().stream()
          .filter(origins::containsKey)
          .forEach(path -> origins.put(path, name));
    }
    return origins;
  }

  private static String ground(String path) {
    int dot = path.indexOf('.');
    return switch (dot < 0 ? path : path.substring(0, dot)) {
      case "wearer" -> "people";
      case "conference", "sessions" -> "schedule";
      case "push" -> "push";
      case "announcement" -> "announcement";
      case "screen" -> "default";
      default -> "hub";
    };
  }

  private static DesiredState base(Subject subject, Ground ground) {
    return new DesiredState(
        Ownership.OWNED,
        subject.wearer(),
        ground.conference(),
        DesiredState.UNCLAIMED.shown(),
        List.of(),
        ground.cadence());
  }

  private static DesiredState merge(DesiredState base, List<Write.Layer> over) {
    Doc merged = DesiredDoc.write(base);
    for (Write.Layer layer : over) {
      merged = MergePatch.apply(merged, layer.values());
    }
    if (base.wearer().isEmpty() && merged instanceof Doc.Fields(Map<String, Doc> values)) {
      // A layer may change a card, it cannot make one.
      Map<String, Doc> others = new LinkedHashMap<>(values);
      others.remove("wearer");
      merged = new Doc.Fields(others);
    }
    var problems = new Problems();
    DesiredState state = DesiredDoc.read(merged, problems);
    // Layers are checked when they are written; a store from a later version may hold others.
    return problems.isEmpty() ? state : base;
  }

  /** A conference of no name, for checks. */
  static final Ground BARE =
      new Ground(Conference.NONE, List.of(), DesiredState.UNCLAIMED.cadence());
}
