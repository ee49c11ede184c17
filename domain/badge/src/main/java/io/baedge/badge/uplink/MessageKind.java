package io.baedge.badge.uplink;

/** What a ticket stands for. */
public enum MessageKind {
  /** A sign of life. */
  STATUS,
  /** Records; only the hub's acknowledgement counts for them. */
  TELEMETRY,
  /** What the badge has become. */
  REPORTED,
  /** Log lines. */
  LOG,
  /** No such ticket. */
  NONE
}
