package io.baedge.badge.desired;

import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.desired.Session;
import io.baedge.model.message.Desired;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Whether a badge can be what the hub wants. Types and bounds were checked when it was read. */
final class Validation {
  private final List<String> screens;

  Validation(List<String> screens) {
    this.screens = screens;
  }

  /** The first thing that is wrong, as one sentence. */
  Optional<String> problem(Desired wanted) {
    DesiredState state = wanted.state();
    String screen = state.shown().screen();
    if (!screens.contains(screen)) {
      return Optional.of("screen is '" + screen + "'; this badge has " + screens);
    }
    if (state.shown().push().isPresent()
        && !screens.contains(state.shown().push().get().screen())) {
      return Optional.of(
          "push.screen is '"
              + state.shown().push().get().screen()
              + "'; this badge has "
              + screens);
    }
    for (PlaylistEntry entry : state.shown().playlist()) {
      if (!screens.contains(entry.screen())) {
        return Optional.of(
            "playlist has screen '" + entry.screen() + "'; this badge has " + screens);
      }
    }
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
