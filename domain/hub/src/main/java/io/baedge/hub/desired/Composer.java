package io.baedge.hub.desired;

import io.baedge.hub.request.Scope;
import io.baedge.hub.store.Write;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.MergePatch;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.Revision;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the layers over the ground: site, groups, wearer, badge; then push and announcement. */
public final class Composer {
  /** Most combinations of layers that are remembered; a badge with a layer of its own has one. */
  private static final int MOST_REMEMBERED = 256;

  private final Layers layers;

  /** What layers make of a badge that nobody wears, as long as the ground stays the same. */
  private final Map<List<Stamp>, DesiredState> remembered = new LinkedHashMap<>();

  private Conference rememberedConference = Conference.NONE;
  private Cadence rememberedCadence = Cadence.DEFAULT;

  /** One content of a layer. */
  private record Stamp(Scope scope, Revision revision) {}

  /** Over these layers. */
  public Composer(Layers layers) {
    this.layers = layers;
  }

  /** What the badge shall be. */
  public DesiredState compose(Subject subject, Ground ground, long wallMs) {
    List<Write.Layer> over = layers.of(subject);
    DesiredState merged = merged(subject, ground, over);
    var shown =
        new DesiredState.Shown(
            merged.shown().screen(),
            layers.push(subject, wallMs),
            layers.announcement(subject, wallMs),
            merged.shown().playlist());
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

  private DesiredState merged(Subject subject, Ground ground, List<Write.Layer> over) {
    if (over.isEmpty()) {
      return base(subject.wearer(), ground);
    }
    for (Write.Layer layer : over) {
      if (layer.values().values().containsKey("wearer")) {
        return merge(base(subject.wearer(), ground), over);
      }
    }
    // Layers that leave the card alone make the same of every badge that they hold for.
    DesiredState nobodys = nobodys(ground, over);
    return new DesiredState(
        Ownership.OWNED,
        subject.wearer(),
        nobodys.conference(),
        nobodys.shown(),
        List.of(),
        nobodys.cadence());
  }

  private DesiredState nobodys(Ground ground, List<Write.Layer> over) {
    boolean sameGround =
        ground.conference().equals(rememberedConference)
            && ground.cadence().equals(rememberedCadence);
    if (!sameGround || remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
      rememberedConference = ground.conference();
      rememberedCadence = ground.cadence();
    }
    List<Stamp> stamps = new ArrayList<>(over.size());
    over.forEach(layer -> stamps.add(new Stamp(layer.scope(), layer.revision())));
    return remembered.computeIfAbsent(stamps, _ -> merge(base(Optional.empty(), ground), over));
  }

  private static DesiredState base(Optional<WearerCard> wearer, Ground ground) {
    return new DesiredState(
        Ownership.OWNED,
        wearer,
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
