package io.baedge.hub.desired;

import io.baedge.hub.request.Scope;
import io.baedge.model.id.BadgeId;
import io.baedge.model.wearer.WearerCard;
import java.util.List;
import java.util.Optional;

/** A badge as far as layers care: which they are, and who wears it. */
public record Subject(BadgeId badge, List<String> labels, Optional<WearerCard> wearer) {
  public Subject {
    labels = List.copyOf(labels);
  }

  /** Whether the scope holds for the badge. */
  boolean isIn(Scope scope) {
    return switch (scope) {
      case Scope.Site _ -> true;
      case Scope.Group(String label) -> labels.contains(label);
      case Scope.Wearer(var key) -> wearer.isPresent() && wearer.get().wearer().equals(key);
      case Scope.Badge(BadgeId other) -> badge.equals(other);
    };
  }
}
