package io.baedge.badge.desired;

import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.Session;
import io.baedge.model.message.Desired;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whether a badge can be what the hub wants. Types and bounds were checked when it was read. A
 * screen that the badge does not have is no reason to refuse: a new wearer's name must not wait for
 * the file of a screen.
 */
final class Validation {
  private Validation() {}

  /** The first thing that is wrong, as one sentence. */
  static Optional<String> problem(Desired wanted) {
    DesiredState state = wanted.state();
    if (state.ownership() == Ownership.OWNED && wanted.badge().isEmpty()) {
      return Optional.of("ownership is 'owned' but badge is missing; name the badge");
    }
    String zone = state.conference().zone();
    if (!knownZone(zone)) {
      return Optional.of(
          "conference.zone is '" + zone + "'; give a time zone such as Europe/Berlin");
    }
    for (Session session : state.sessions()) {
      if (session.endMs() < session.startMs()) {
        return Optional.of(
            "session '" + session.title() + "' ends before it starts; swap the two times");
      }
    }
    return Optional.empty();
  }

  private static boolean knownZone(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      // Java has no way to ask whether a zone exists.
      return false;
    }
  }
}
