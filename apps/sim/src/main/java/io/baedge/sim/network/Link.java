package io.baedge.sim.network;

import java.util.random.RandomGenerator;

/**
 * One direction between a badge and the hub. Decides for each message when it arrives, whether
 * twice, or never. Messages that are not reordered keep their order, as on one TCP connection. In
 * fading air packets go again after 0.3 s, doubling (methods.md 2.3), and hold back what follows.
 */
public final class Link {
  /** The message does not arrive. */
  public static final long NEVER = -1;

  private static final long FIRST_AGAIN_MS = 300;
  private static final int MOST_TRIES = 8;

  private final NetworkFaults faults;
  private final Fading fading;
  private final RandomGenerator random;
  private final Tally tally;
  private long lastArrivalMs;
  private long firstMs = NEVER;
  private long secondMs = NEVER;

  /** How often links did what, over all links that share it. */
  public static final class Tally {
    private long sent;
    private long lost;
    private long duplicated;
    private long reordered;
    private long retransmitted;

    /** Messages handed to links. */
    public long sent() {
      return sent;
    }

    /** Never arrived. */
    public long lost() {
      return lost;
    }

    /** Arrived twice. */
    public long duplicated() {
      return duplicated;
    }

    /** Packets that went again because the air swallowed them. */
    public long retransmitted() {
      return retransmitted;
    }

    /** Arrived later than others sent after them. */
    public long reordered() {
      return reordered;
    }
  }

  /**
   * A link of its own randomness.
   *
   * @param fading shared by both directions of a badge
   * @param tally shared between links
   */
  public Link(NetworkFaults faults, Fading fading, RandomGenerator random, Tally tally) {
    this.faults = faults;
    this.fading = fading;
    this.random = random;
    this.tally = tally;
  }

  /**
   * Decides the fate of one message sent now. {@link #firstMs} and {@link #secondMs} then tell when
   * it arrives.
   */
  public void send(long nowMs, boolean calm) {
    tally.sent++;
    firstMs = NEVER;
    secondMs = NEVER;
    long travelMs = faults.delay().draw(random);
    if (calm) {
      firstMs = inOrder(nowMs + travelMs);
      return;
    }
    if (!fading.isClear()) {
      long throughMs = throughTheAir(nowMs);
      if (throughMs == NEVER) {
        tally.lost++;
        return;
      }
      travelMs += throughMs - nowMs;
    }
    double fate = random.nextDouble();
    if (fate < faults.loss()) {
      tally.lost++;
    } else if (fate < faults.loss() + faults.duplication()) {
      tally.duplicated++;
      firstMs = inOrder(nowMs + travelMs);
      secondMs = firstMs + faults.late().draw(random);
    } else if (fate < faults.loss() + faults.duplication() + faults.reordering()) {
      tally.reordered++;
      firstMs = nowMs + travelMs + faults.late().draw(random);
    } else {
      firstMs = inOrder(nowMs + travelMs);
    }
  }

  /** When the message arrives, or {@link #NEVER}. */
  public long firstMs() {
    return firstMs;
  }

  /** When it arrives again, or {@link #NEVER}. */
  public long secondMs() {
    return secondMs;
  }

  /** When a packet sent now gets through, or {@link #NEVER} when the sender gives up. */
  private long throughTheAir(long nowMs) {
    long tryMs = nowMs;
    for (int i = 0; i < MOST_TRIES; i++) {
      if (!fading.loses(tryMs)) {
        return tryMs;
      }
      tally.retransmitted++;
      tryMs += FIRST_AGAIN_MS << i;
    }
    return NEVER;
  }

  private long inOrder(long arrivalMs) {
    lastArrivalMs = Math.max(lastArrivalMs, arrivalMs);
    return lastArrivalMs;
  }
}
