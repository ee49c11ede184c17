package io.baedge.badge.screen;

/** Who waits for a change of the glass; the later one counts for more. */
public enum Asked {
  /** It came by itself: it keeps the interval of panel and tier. */
  NOBODY,
  /** A person: it passes at once within the budgets of panel and tier. */
  PERSON,
  /**
   * Somebody else wears the badge, or another device is the badge now: a wrong name must go, so
   * only the panel's own budget and interval hold it back, whatever the tier saves.
   */
  NEW_WEARER
}
