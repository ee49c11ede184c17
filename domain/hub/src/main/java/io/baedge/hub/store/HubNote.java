package io.baedge.hub.store;

import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened, for people.
 *
 * @param who asked for it; empty when nobody did
 * @param text one sentence
 */
public record HubNote(
    long wallMs,
    Kind kind,
    Optional<BadgeId> badge,
    Optional<DeviceId> device,
    String who,
    String text) {

  /** What it is about. */
  public enum Kind {
    /** The hub itself, for example its start. */
    HUB,
    /** A device was seen for the first time, or its facts changed. */
    DEVICE,
    /** A badge was made, labelled, handed over, returned or retired. */
    BADGE,
    /** A wearer got or gave back a badge. */
    WEARER,
    /** An import of people or sessions. */
    IMPORT,
    /** Desired values changed. */
    DESIRED,
    /** A screen was pushed. */
    PUSH,
    /** An announcement was made or withdrawn. */
    ANNOUNCEMENT,
    /** A command was sent. */
    COMMAND,
    /** A badge came or went. */
    PRESENCE,
    /** Many badges went at once. */
    UPLINK,
    /** Another picture is on the glass. */
    GLASS,
    /** The badge, or the hub, refused something. */
    REFUSED,
    /** A line of a device's log. */
    LOG;

    /** The word in the interfaces. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
