package io.baedge.hub.desired;

import io.baedge.hub.request.Scope;
import io.baedge.hub.store.Write;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Push;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.MergePatch;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What operators want: layers of values, pushed screens and announcements. */
public final class Layers {
  private final Map<Scope, Write.Layer> layers = new LinkedHashMap<>();
  private final Map<BadgeId, Write.Pushed> pushed = new LinkedHashMap<>();
  private Write.@Nullable Pushed pushedToAll;
  private final Map<String, Write.Announced> announced = new LinkedHashMap<>();

  /** Takes a stored layer. */
  public void restore(Write.Layer stored) {
    layers.put(stored.scope(), stored);
  }

  /** Takes a stored push. */
  public void restore(Write.Pushed stored) {
    put(stored);
  }

  /** Takes a stored announcement. */
  public void restore(Write.Announced stored) {
    announced.put(stored.announcement().id(), stored);
  }

  /** The values of a layer; empty when nobody set any. */
  public Doc.Fields values(Scope scope) {
    Write.Layer layer = layers.get(scope);
    return layer == null ? Doc.Fields.EMPTY : layer.values();
  }

  /** The revision of the layer's last change. */
  public Revision revision(Scope scope) {
    Write.Layer layer = layers.get(scope);
    return layer == null ? Revision.NONE : layer.revision();
  }

  /** The values that the layer would have. */
  public Doc.Fields patched(Scope scope, Doc.Fields patch) {
    return MergePatch.apply(values(scope), patch) instanceof Doc.Fields merged
        ? merged
        : Doc.Fields.EMPTY;
  }

  /** Replaces a layer. */
  public Write put(Write.Layer layer) {
    layers.put(layer.scope(), layer);
    return layer;
  }

  /** Pushes a screen, or ends a push. */
  public Write put(Write.Pushed push) {
    if (push.badge().isPresent()) {
      pushed.put(push.badge().get(), push);
    } else {
      pushedToAll = push;
    }
    return push;
  }

  /** Makes or withdraws an announcement. */
  public Write put(Write.Announced announcement) {
    announced.put(announcement.announcement().id(), announcement);
    return announcement;
  }

  /** The announcement of that id, unless it is over. */
  public Optional<Write.Announced> announcement(String id, long wallMs) {
    return Optional.ofNullable(announced.get(id)).filter(a -> holds(a, wallMs));
  }

  /** The announcements that are not over, oldest first. */
  public List<Write.Announced> announcements(long wallMs) {
    return announced.values().stream()
        .filter(a -> holds(a, wallMs))
        .sorted(Comparator.comparing(Write.Announced::revision))
        .toList();
  }

  /** The layers that hold for the badge, lowest first. */
  List<Write.Layer> of(Subject subject) {
    List<Write.Layer> found = new ArrayList<>();
    addIfAny(found, Scope.SITE);
    for (String label : subject.labels()) {
      addIfAny(found, new Scope.Group(label));
    }
    subject.wearer().ifPresent(card -> addIfAny(found, new Scope.Wearer(card.wearer())));
    addIfAny(found, new Scope.Badge(subject.badge()));
    return found;
  }

  /** The push that holds for the badge: the newest; one without an end ends with a newer screen. */
  Optional<Push> push(Subject subject, long wallMs) {
    Write.Pushed own = pushed.get(subject.badge());
    Write.Pushed all = pushedToAll;
    Write.Pushed newest =
        own == null || (all != null && all.revision().after(own.revision())) ? all : own;
    if (newest == null || newest.push().isEmpty()) {
      return Optional.empty();
    }
    Push push = newest.push().get();
    boolean holds =
        push.untilMs() != 0
            ? push.untilMs() > wallMs
            : of(subject).stream()
                .filter(layer -> layer.values().values().containsKey("screen"))
                .noneMatch(layer -> layer.revision().after(newest.revision()));
    return holds ? Optional.of(push) : Optional.empty();
  }

  /** The newest announcement that holds for the badge. */
  Optional<Announcement> announcement(Subject subject, long wallMs) {
    Write.Announced newest = null;
    for (Write.Announced candidate : announced.values()) {
      if (holds(candidate, wallMs)
          && subject.isIn(candidate.scope())
          && (newest == null || candidate.revision().after(newest.revision()))) {
        newest = candidate;
      }
    }
    return Optional.ofNullable(newest).map(Write.Announced::announcement);
  }

  private static boolean holds(Write.Announced announced, long wallMs) {
    return !announced.withdrawn() && announced.announcement().untilMs() > wallMs;
  }

  private void addIfAny(List<Write.Layer> found, Scope scope) {
    Write.Layer layer = layers.get(scope);
    if (layer != null && !layer.values().values().isEmpty()) {
      found.add(layer);
    }
  }
}
