package io.baedge.badge.uplink;

import io.baedge.model.link.LinkState;

/**
 * The way to the hub.
 *
 * @param sinceMonoMs when this state began
 * @param hub index of the hub in use or tried next; -1 when there is none
 * @param way name of the uplink in use or tried next; empty when there is none
 * @param nextAttemptMonoMs when the next attempt is made; {@link Long#MAX_VALUE} when none is due
 * @param counters since the start
 */
public record UplinkView(
    State state,
    LinkState link,
    long sinceMonoMs,
    int hub,
    String way,
    long nextAttemptMonoMs,
    String lastProblem,
    Counters counters) {
  /** What the uplink does. */
  public enum State {
    /** There is no hub to connect to. */
    ALONE,
    /** Waits for its turn or for the link. */
    WAITING,
    /** An attempt is under way. */
    CONNECTING,
    /** In session. */
    CONNECTED
  }

  /**
   * Counts since the start.
   *
   * @param attempts to connect
   * @param sessions that were opened
   * @param refusals by a hub
   * @param published messages handed to the session
   * @param receipts that came
   * @param failed messages that were not taken or lost with a session
   */
  public record Counters(
      long attempts, long sessions, long refusals, long published, long receipts, long failed) {}
}
