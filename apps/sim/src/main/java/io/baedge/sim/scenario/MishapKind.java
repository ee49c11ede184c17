package io.baedge.sim.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong in a simulated conference, beside the network's own faults. */
public enum MishapKind {
  /** The hub dies; what was not committed is gone; it comes back after a while. */
  HUB_KILLED,
  /** The hub dies and goes on from an older backup of its store, under a new generation. */
  HUB_RESTORED,
  /** The hub's disk is slow: commits take seconds for a while. */
  SLOW_HUB_DISK,
  /** An access point goes off the air; its badges lose their link. */
  ACCESS_POINT_CUT,
  /** The venue's uplink drops all connections: both sides notice soon, the radio links stay. */
  UPLINK_CUT,
  /** The venue's uplink swallows everything: nobody is told, both sides find out by waiting. */
  VENUE_UPLINK_CUT,
  /**
   * A broker between badges and hub takes messages and gives receipts for a while without passing
   * them on, then starts anew and has forgotten sessions, messages and wills.
   */
  BROKER_AMNESIA,
  /** A badge loses its power at any moment and starts again later with a new epoch. */
  BATTERY_PULLED,
  /** A battery runs down; the badge starts again when it is charged. */
  BATTERY_EMPTY,
  /** The wall clock of a badge jumps, by seconds or by a year, and is right again later. */
  CLOCK_JUMP,
  /**
   * The card of a badge is empty at its next start: a new device, which the desk hands out anew.
   */
  CARD_WIPED,
  /** Others have taken all space of a badge's card; later there is room again. */
  CARD_FULL,
  /** A badge loses its power in the middle of a write to its card, and starts again later. */
  TORN_WRITE,
  /** The desk gives a badge to another wearer. */
  WEARER_REASSIGNED,
  /** The desk moves a badge to a spare device; the old one goes to the drawer. */
  BADGE_SWAPPED,
  /** The desk wants something that badges must refuse, and later something sensible. */
  BAD_CONFIGURATION,
  /** The operator pushes a screen to all badges. */
  SCREEN_PUSHED,
  /** Somebody presses a button on a badge. */
  BUTTON_PRESSED;

  /** The word in scenarios and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with that word. */
  public static Optional<MishapKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(MishapKind::word).toList();
  }
}
