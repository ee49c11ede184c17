package io.baedge.sim.scenario;

import java.util.Locale;

/** What can go wrong in a simulated conference, beside the network's own faults. */
public enum MishapKind {
  /** The hub dies; what was not committed is gone; it comes back after a while. */
  HUB_KILLED,
  /** An access point goes off the air; its badges lose their link. */
  ACCESS_POINT_CUT,
  /** The venue's uplink is cut: every badge loses the hub, the radio links stay. */
  UPLINK_CUT,
  /** A badge loses its power at any moment and starts again later with a new epoch. */
  BATTERY_PULLED,
  /** The desk gives a badge to another wearer. */
  WEARER_REASSIGNED,
  /** The desk moves a badge to a spare device; the old one goes to the drawer. */
  BADGE_SWAPPED,
  /** The operator pushes a screen to all badges. */
  SCREEN_PUSHED,
  /** Somebody presses a button on a badge. */
  BUTTON_PRESSED;

  /** The word in scenarios and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
