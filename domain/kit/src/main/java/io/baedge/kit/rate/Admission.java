package io.baedge.kit.rate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Admission control of a hub: a token bucket of C per second with a burst of C, and for those
 * refused a slot in the future: slot = max(now, last slot) + 1/(0.95 C) (methods.md 1.2, 1.3).
 *
 * <p>A slot is a promise: whoever comes back in it is let in, whatever newcomers are at the door.
 * So the holders are remembered, at most {@value #MOST_HOLDERS} and none for longer than its slot,
 * and newcomers leave them a quarter of a second's worth of tokens. In any time T at most C (T +
 * 3.3 s) come in: the burst, the rate, and the holders that had been late together. Not thread
 * safe; its owner calls it.
 */
public final class Admission {
  /** How late a holder may be, in milliseconds after the latest moment it was told. */
  public static final long HELD_MS = 2_000;

  /** The price of a refusal, in connections. */
  private static final double REFUSAL_COST = 0.02;

  private static final double DEBT = 2;
  private static final double HEADROOM = 0.95;
  private static final double KEPT_FOR_HOLDERS_S = 0.25;
  private static final long FARTHEST_SLOT_MS = 600_000;
  private static final int SLOT_SPREAD_MS = 200;
  private static final int MOST_HOLDERS = 200_000;

  private final TokenBucket bucket;
  private final double slotEveryMs;
  private final double keptForHolders;
  private final RandomGenerator random;
  private final boolean open;

  /** Slots by client, earliest first, because every slot lies after the one before. */
  private final Map<String, Double> holders = new LinkedHashMap<>();

  private double lastSlotMs;
  private long admitted;
  private long refused;

  /** The answer to somebody who wants in. */
  public sealed interface Answer {
    /** Come in. */
    record Admitted() implements Answer {}

    /** Come back later. */
    record Refused(long retryAfterMs) implements Answer {}
  }

  /**
   * Starts with a full bucket.
   *
   * @param connectsPerSecond what the hub can serve
   */
  public Admission(double connectsPerSecond, RandomGenerator random, long nowMs) {
    this(connectsPerSecond, random, nowMs, false);
  }

  private Admission(double connectsPerSecond, RandomGenerator random, long nowMs, boolean open) {
    this.bucket =
        new TokenBucket(
            connectsPerSecond, Math.max(1, connectsPerSecond), -DEBT * connectsPerSecond, nowMs);
    this.slotEveryMs = 1000 / (HEADROOM * connectsPerSecond);
    this.keptForHolders = KEPT_FOR_HOLDERS_S * connectsPerSecond;
    this.random = random;
    this.lastSlotMs = (double) nowMs;
    this.open = open;
  }

  /** A door that lets everybody in: the fault by which tests prove that they would notice. */
  public static Admission open(RandomGenerator random) {
    return new Admission(1, random, 0, true);
  }

  /**
   * Decides before any work is done for the client.
   *
   * @param client by which it is known again when it comes back, for example its client id
   */
  public Answer ask(String client, long nowMs) {
    if (open) {
      admitted++;
      return new Answer.Admitted();
    }
    forgetLate(nowMs);
    Double slotMs = holders.get(client);
    if (slotMs != null) {
      return holder(client, slotMs, nowMs);
    }
    double kept = Math.min(holders.size(), keptForHolders);
    if (bucket.level(nowMs) >= 1 + kept && bucket.tryTake(nowMs)) {
      admitted++;
      return new Answer.Admitted();
    }
    refuse(nowMs);
    return new Answer.Refused(newSlotMs(client, nowMs));
  }

  /** Who comes too early keeps its slot: asking more often brings nothing. */
  private Answer holder(String client, double slotMs, long nowMs) {
    if (nowMs < Math.floor(slotMs)) {
      refuse(nowMs);
      return new Answer.Refused((long) Math.ceil(slotMs - nowMs));
    }
    holders.remove(client);
    bucket.charge(1, nowMs);
    admitted++;
    return new Answer.Admitted();
  }

  private void refuse(long nowMs) {
    refused++;
    bucket.charge(REFUSAL_COST, nowMs);
  }

  private long newSlotMs(String client, long nowMs) {
    double slotMs = Math.max((double) nowMs, lastSlotMs) + slotEveryMs;
    if (slotMs - nowMs > FARTHEST_SLOT_MS || holders.size() >= MOST_HOLDERS) {
      return FARTHEST_SLOT_MS;
    }
    lastSlotMs = slotMs;
    holders.put(client, slotMs);
    return (long) (slotMs - nowMs) + 1 + random.nextInt(SLOT_SPREAD_MS);
  }

  private void forgetLate(long nowMs) {
    Iterator<Double> slots = holders.values().iterator();
    while (slots.hasNext() && slots.next() + SLOT_SPREAD_MS + HELD_MS < nowMs) {
      slots.remove();
    }
  }

  /** How many came in. */
  public long admitted() {
    return admitted;
  }

  /** How many were sent away. */
  public long refused() {
    return refused;
  }

  /** How many slots are promised and not used yet. */
  public int holders() {
    return holders.size();
  }
}
