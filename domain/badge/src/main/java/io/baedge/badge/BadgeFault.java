package io.baedge.badge;

/** Ways to break a badge on purpose, so that tests can prove that they would notice. */
public enum BadgeFault {
  /** Takes on any desired revision, also an older one. */
  NO_FENCING,
  /** Waits without chance: a crowd that fell out together comes back together. */
  NO_JITTER
}
