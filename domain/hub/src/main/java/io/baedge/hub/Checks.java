package io.baedge.hub;

import io.baedge.hub.request.Outcome;
import io.baedge.model.Limits;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.wearer.WearerCard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What requests may not contain, and the sentences for it. */
final class Checks {
  static final int MOST_LABELS = 16;

  private Checks() {}

  static void labels(List<String> labels, String field, Problems problems) {
    if (labels.size() > MOST_LABELS) {
      problems.add(
          field, "has " + labels.size() + " labels; at most " + MOST_LABELS + " are allowed");
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String label : labels) {
      text(label, Limits.SHORT_CHARS, field, problems);
      if (label.isBlank()) {
        problems.add(field, "has an empty label; leave it out");
      } else if (!seen.add(label)) {
        problems.add(field, "has the label '" + label + "' twice; leave one out");
      }
    }
  }

  static void card(WearerCard card, String field, Problems problems) {
    text(card.name(), Limits.NAME_CHARS, field + ".name", problems);
    if (card.name().isBlank()) {
      problems.add(field + ".name", "is empty; give the name that the badge shall show");
    }
    text(card.title(), Limits.NAME_CHARS, field + ".title", problems);
    text(card.company(), Limits.NAME_CHARS, field + ".company", problems);
    text(card.social(), Limits.NAME_CHARS, field + ".social", problems);
    text(card.link(), Limits.LINK_CHARS, field + ".link", problems);
    text(card.role(), Limits.SHORT_CHARS, field + ".role", problems);
  }

  static void session(Session session, String field, Problems problems) {
    text(session.room(), Limits.SHORT_CHARS, field + ".room", problems);
    text(session.title(), Limits.LINE_CHARS, field + ".title", problems);
    text(session.speakers(), Limits.LINE_CHARS, field + ".speakers", problems);
    if (session.startMs() < 0 || session.endMs() < session.startMs()) {
      problems.add(field + ".endMs", "is before the start; a session ends after it starts");
    }
  }

  static void text(String value, int mostChars, String field, Problems problems) {
    if (value.length() > mostChars) {
      problems.add(
          field, "has " + value.length() + " characters; at most " + mostChars + " are allowed");
    }
  }

  static Outcome noBadge(BadgeId badge) {
    return new Outcome.NotFound("there is no badge '" + badge + "'; make it first");
  }

  static Outcome.Conflict severalDevices(String code, List<DeviceId> devices) {
    String text =
        "the code '"
            + code
            + "' is shown by "
            + devices.size()
            + " devices; give the 16 characters of the device";
    List<Doc> ids = devices.stream().map(d -> (Doc) new Doc.Text(d.text())).toList();
    return new Outcome.Conflict(text, Doc.fields().put("devices", ids).build());
  }
}
