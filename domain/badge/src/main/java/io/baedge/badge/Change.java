package io.baedge.badge;

import io.baedge.badge.screen.Asked;
import io.baedge.model.message.Desired;
import io.baedge.model.wearer.WearerCard;

/** What is different between two desired revisions. */
record Change(Desired before, Desired now) {
  /** Whether what was chosen or put at the badge was for somebody else. */
  boolean anotherPerson() {
    boolean otherBadge = before.badge().isPresent() && !before.badge().equals(now.badge());
    var wearer = before.state().wearer().map(WearerCard::wearer);
    return otherBadge
        || (wearer.isPresent() && !wearer.equals(now.state().wearer().map(WearerCard::wearer)));
  }

  /** How much it matters that the glass follows. */
  Asked asked() {
    return anotherPerson() ? Asked.NEW_WEARER : visible() ? Asked.PERSON : Asked.NOBODY;
  }

  /** Whether it is an operator's work that should be seen at once; a new schedule need not. */
  private boolean visible() {
    return before.state().ownership() != now.state().ownership()
        || !before.badge().equals(now.badge())
        || !before.state().wearer().equals(now.state().wearer())
        || !before.state().shown().equals(now.state().shown())
        || !before.state().conference().equals(now.state().conference());
  }
}
