package io.baedge.hub;

/** A defect that tests switch on to prove that they would notice it. None in production. */
public enum HubFault {
  /** Acknowledges before the store has committed. */
  ACK_BEFORE_COMMIT,
  /** Stores what it has stored before. */
  NO_DEDUPLICATION,
  /** Takes reports from devices that no longer speak for the badge. */
  NO_FENCING,
  /** Lets everybody in who knocks, more than it can serve. */
  NO_ADMISSION,
  /** Calls a device connected for one interval longer than the rule says. */
  PRESENCE_OFF_BY_ONE
}
