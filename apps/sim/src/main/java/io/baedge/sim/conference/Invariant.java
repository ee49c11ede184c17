package io.baedge.sim.conference;

import java.util.Locale;

/** What must always hold. */
public enum Invariant {
  /** What the hub acknowledged is in the store, exactly once. */
  ACKNOWLEDGED_IS_STORED_ONCE,
  /** What was safe is in the store, on the card, or evicted with a word of it; and as it was. */
  TAKEN_IS_KEPT,
  /** No badge, and no twin of one, shows what it no longer is. */
  NO_OTHER_WEARERS_PICTURE,
  /** A badge that is connected becomes what it should be in time, and all do once faults stop. */
  DESIRED_IS_REPORTED,
  /** Nobody is called connected beyond the rule, nor given up right after a start of the hub. */
  PRESENCE_IS_HONEST,
  /** The hub lets in no more connections than it can serve. */
  ADMISSION_WITHIN_BUDGET,
  /** Badges that were thrown out together do not knock together. */
  TRIES_ARE_SPREAD,
  /** Glasses are not refreshed more often than panels and people allow. */
  REFRESHES_WITHIN_BUDGET,
  /** A badge carries for no more neighbours than it may, and for none while it is carried. */
  RELAYS_WITHIN_LIMITS,
  /** A badge shows its last picture before a battery that it can measure is empty. */
  LAST_PICTURE_IS_SHOWN,
  /** Queues and logs stay within their bounds. */
  WITHIN_BOUNDS,
  /** What the scenario demands to go wrong does. */
  DEMANDED_MISHAPS_HAPPEN,
  /** Decisions never throw. */
  NO_EXCEPTION;

  /** The words in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
