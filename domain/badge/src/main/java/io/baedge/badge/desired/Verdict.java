package io.baedge.badge.desired;

/** What became of a desired revision. */
public enum Verdict {
  /** It is in force. */
  APPLIED,
  /** It is not valid; the one before stays in force. */
  REFUSED,
  /** It is not newer than the one in force. */
  STALE
}
