package io.baedge.hub.request;

import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Command;
import io.baedge.model.wearer.WearerCard;
import java.util.List;
import java.util.Optional;

/**
 * What an operator or a program asks of the hub. A device is named by its id or, while it speaks
 * for no badge, by its claim code.
 */
public sealed interface Request {
  /** Changes something; the answer comes after it is committed. */
  sealed interface Change extends Request {}

  /** Only looks. */
  sealed interface Question extends Request {}

  /**
   * A badge that shall exist.
   *
   * @param device id or claim code of the device that shall speak for it
   */
  record NewBadge(
      BadgeId badge, List<String> labels, Optional<WearerId> wearer, Optional<String> device) {
    public NewBadge {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Makes badges, hands them to devices and wearers; all or none. A badge that is already so counts
   * as unchanged. Answer: created, changed, unchanged.
   */
  record CreateBadges(List<NewBadge> badges) implements Change {
    public CreateBadges {
      badges = List.copyOf(badges);
    }
  }

  /** Sets the labels (groups) of a badge; a later label overrides an earlier one. */
  record SetLabels(BadgeId badge, List<String> labels) implements Change {
    public SetLabels {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Lets a device speak for a badge that has none.
   *
   * @param device id or claim code
   * @param ifToken only if this is the badge's hand-over now; 0 = none
   */
  record AssignDevice(BadgeId badge, String device, Optional<FencingToken> ifToken)
      implements Change {}

  /** Moves a badge to another device; the old one is fenced and told that it is replaced. */
  record ReplaceDevice(BadgeId badge, String device, Optional<FencingToken> ifToken)
      implements Change {}

  /** Takes the device from a badge; the device is unclaimed again. */
  record ReturnDevice(BadgeId badge, Optional<FencingToken> ifToken) implements Change {}

  /** Makes a replaced device unclaimed again. */
  record FreeDevice(DeviceId device) implements Change {}

  /** Gives a badge to a wearer, or to nobody. */
  record AssignWearer(BadgeId badge, Optional<WearerId> wearer) implements Change {}

  /** Takes a badge out of use for good. */
  record RetireBadge(BadgeId badge) implements Change {}

  /** Adds and changes people by their stable key. Answer: created, changed, unchanged. */
  record ImportPeople(List<WearerCard> people, boolean dryRun) implements Change {
    public ImportPeople {
      people = List.copyOf(people);
    }
  }

  /** Replaces the conference and its sessions. Answer: created, removed, unchanged. */
  record ImportSchedule(Conference conference, List<Session> sessions) implements Change {
    public ImportSchedule {
      sessions = List.copyOf(sessions);
    }
  }

  /**
   * Changes a layer of desired values by merge patch (RFC 7396).
   *
   * @param ifRevision only if this is the layer's revision now
   */
  record PatchDesired(Scope scope, Doc.Fields patch, Optional<Revision> ifRevision)
      implements Change {}

  /**
   * Puts a screen on glasses for a while.
   *
   * @param badges empty = all
   * @param screen empty = ends what was pushed to these
   * @param forMs from now; 0 = until the next change
   */
  record PushScreen(List<BadgeId> badges, String screen, long forMs) implements Change {
    public PushScreen {
      badges = List.copyOf(badges);
    }
  }

  /** Urgent words on the glasses of the scope. Answer: id. */
  record Announce(Scope scope, String title, String text, long forMs) implements Change {}

  /** Ends an announcement early. */
  record Withdraw(String announcement) implements Change {}

  /** Asks the device of a badge to do something once, now. */
  record SendCommand(BadgeId badge, Command.Kind kind) implements Change {}

  /** The badge with its desired and reported values, their differences and its hand-overs. */
  record ShowBadge(BadgeId badge) implements Question {}

  /** What is known of a device. */
  record ShowDevice(DeviceId device) implements Question {}

  /** Devices in order of their id, at most {@code limit} after {@code after} (empty = start). */
  record ListDevices(boolean onlyUnclaimed, String after, int limit) implements Question {}

  /** People whose name, company or key contains the words, in order of their key. */
  record FindPeople(String words, String after, int limit) implements Question {}

  /** One person and the badge that the person wears. */
  record ShowPerson(WearerId wearer) implements Question {}

  /** A layer of desired values with its revision. */
  record ShowLayer(Scope scope) implements Question {}

  /** The announcements that are not over. */
  record ListAnnouncements() implements Question {}

  /** The conference and its sessions. */
  record ShowSchedule() implements Question {}
}
