package io.baedge.badge;

/** Ways to break a badge on purpose, so that tests can prove that they would notice. */
public enum BadgeFault {
  /** Takes on any desired revision, also an older one. */
  NO_FENCING,
  /** Waits without chance: a crowd that fell out together comes back together. */
  NO_JITTER,
  /** Takes the broker's receipt of records for the hub's acknowledgement. */
  TRIM_ON_PUBACK,
  /** Holds any number of records in memory, and sends them as fast as it can. */
  UNBOUNDED_BACKLOG,
  /** Does not notice that a restored hub lacks what it once acknowledged. */
  GENERATION_IGNORED,
  /** Reads on behind what a power cut tore; whoever makes the card gives it to its journal. */
  TORN_TAIL_ACCEPTED,
  /** Carries for any number of neighbours, and while it is carried itself. */
  RELAY_WITHOUT_LIMITS,
  /** Keeps its picture when the battery runs out. */
  NO_LAST_PICTURE
}
