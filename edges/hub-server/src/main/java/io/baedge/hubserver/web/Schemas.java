package io.baedge.hubserver.web;

import io.baedge.model.link.LinkState;
import io.baedge.model.message.Command;
import io.baedge.model.presence.Presence;
import java.util.Arrays;
import java.util.List;

/** The forms of what the API takes and gives. */
final class Schemas {
  static final List<String> PRESENCES =
      Arrays.stream(Presence.values()).map(Presence::word).toList();
  static final List<String> LINKS = Arrays.stream(LinkState.values()).map(LinkState::word).toList();
  static final List<String> COMMANDS =
      Arrays.stream(Command.Kind.values()).map(Command.Kind::word).toList();

  static final Schema BADGE_ID = Schema.text("badge: 1 to 32 of a-z, 0-9 and '-'");
  static final Schema DEVICE_ID = Schema.text("device: 16 characters of a-z and 2-7");
  static final Schema DEVICE = Schema.text("id of a device, or the claim code that it shows");
  static final Schema WEARER_ID = Schema.text("key of the attendee list");
  static final Schema TIME = Schema.number("milliseconds since 1970, UTC");
  static final Schema REVISION = Schema.text("store generation and number, for example 3.17");
  static final Schema TOKEN = Schema.number("only if this is the badge's hand-over now; 0 = none");

  static final Schema PROBLEM =
      Schema.object("Problem")
          .must("type", Schema.text("name of the kind of problem"))
          .must("title", Schema.text("one sentence"))
          .must("status", Schema.number(""))
          .may("detail", Schema.text("everything that is wrong"))
          .may(
              "problems",
              Schema.listOf(
                  Schema.object("FieldProblem")
                      .must("field", Schema.text(""))
                      .must("message", Schema.text("what is wrong and what to do"))
                      .build()))
          .may("current", Schema.ANY)
          .build();

  static final Schema GLASS =
      Schema.object("Glass")
          .must("hash", Schema.text("name of the picture; see /frames"))
          .may("screen", Schema.text(""))
          .may("decider", Schema.text("who decided what is shown"))
          .build();

  static final Schema ROW =
      Schema.object("BadgeRow")
          .must("key", Schema.text("the badge, or device:… for a device that speaks for none"))
          .may("badge", BADGE_ID)
          .may("device", DEVICE_ID)
          .may("claimCode", Schema.text("of a device that speaks for no badge"))
          .may("ownership", Schema.text(""))
          .may("panel", Schema.text(""))
          .may("labels", Schema.listOf(Schema.text("")))
          .may("wearer", WEARER_ID)
          .may("name", Schema.text(""))
          .may("company", Schema.text(""))
          .may("role", Schema.text(""))
          .may("presence", Schema.words("", PRESENCES))
          .may("sinceMs", TIME)
          .may("heardMs", TIME)
          .may("link", Schema.words("", LINKS))
          .may("batteryPercent", Schema.number("absent when unknown"))
          .may("charging", Schema.flag(""))
          .may("rssiDbm", Schema.number("absent when unknown"))
          .may("accessPoint", Schema.text(""))
          .may("powerTier", Schema.text("as the badge reported it; absent before"))
          .may("uplinkTier", Schema.text("as the badge reported it; absent before"))
          .may("glass", GLASS)
          .may("desired", REVISION)
          .may("applied", REVISION)
          .may("differences", Schema.number("values reported otherwise than desired"))
          .may("refusal", Schema.text("why the badge did not take a revision"))
          .may("ownScreens", Schema.listOf(Schema.text("screen of its own folder")))
          .may("missingScreens", Schema.listOf(Schema.text("screen that it shall show and lacks")))
          .build();

  static final Schema ROWS =
      Schema.object("BadgePage")
          .must("badges", Schema.listOf(ROW))
          .may("next", Schema.text("cursor of the next page; absent on the last"))
          .must("at", Schema.text("id of the newest event; events after it are not in the page"))
          .build();

  static final Schema NEW_BADGE =
      Schema.object("NewBadge")
          .must("badge", BADGE_ID)
          .may("labels", Schema.listOf(Schema.text("")))
          .may("wearer", WEARER_ID)
          .may("device", DEVICE)
          .build();

  static final Schema NEW_BADGES =
      Schema.object("NewBadges").must("badges", Schema.listOf(NEW_BADGE)).build();

  static final Schema CHANGED =
      Schema.object("Changed")
          .may("created", Schema.number(""))
          .may("changed", Schema.number(""))
          .may("unchanged", Schema.number(""))
          .build();

  static final Schema LABELS =
      Schema.object("Labels").must("labels", Schema.listOf(Schema.text(""))).build();

  static final Schema HAND_OVER =
      Schema.object("HandOver").must("device", DEVICE).may("ifToken", TOKEN).build();

  static final Schema RETURN = Schema.object("Return").may("ifToken", TOKEN).build();

  static final Schema WEARER = Schema.object("WearerOf").must("wearer", WEARER_ID).build();

  static final Schema PUSH =
      Schema.object("PushScreen")
          .may("badges", Schema.listOf(BADGE_ID))
          .must("screen", Schema.text("name of a screen that one of them has; empty ends a push"))
          .may("forMs", Schema.number("from now; 0 = until the next change"))
          .build();

  static final Schema COMMAND =
      Schema.object("CommandBadges")
          .must("badges", Schema.listOf(BADGE_ID))
          .must("kind", Schema.words("", COMMANDS))
          .build();

  static final Schema REACH =
      Schema.object("Reach")
          .must("onGlass", Schema.number("badges that show it"))
          .must("onTheWay", Schema.number("badges that will"))
          .must("unreachable", Schema.number("badges that are not heard now"))
          .may("without", Schema.number("badges that do not have the pushed screen"))
          .may("note", Schema.text("which these are; empty when all have it"))
          .build();

  static final Schema ANNOUNCE =
      Schema.object("Announce")
          .must("title", Schema.text(""))
          .may("text", Schema.text(""))
          .must("forMs", Schema.number("how long it stays"))
          .may("group", Schema.text("only badges with this label"))
          .may("badge", BADGE_ID)
          .build();

  static final Schema MISHAPS =
      Schema.object("Mishaps")
          .must(
              "mishaps",
              Schema.listOf(
                  Schema.object("Mishap")
                      .must("id", Schema.text(""))
                      .must("kind", Schema.words("", List.of("access-point", "battery", "hub")))
                      .must("label", Schema.text(""))
                      .must("active", Schema.flag("in force now"))
                      .may("detail", Schema.text(""))
                      .build()))
          .build();

  static final Schema MISHAP =
      Schema.object("MishapChoice")
          .may("id", Schema.text("toggles a listed one"))
          .may("kind", Schema.text("battery: pulls the one of the target"))
          .may("target", Schema.text("badge or device"))
          .build();

  private Schemas() {}
}
