package io.baedge.badge.tier;

/** What the tiers want to know of the rest of the badge; asked only when it matters. */
public interface TierSigns {
  /** Whether there is a session with a hub. */
  boolean inSession();

  /** Whether the session passes through a neighbour. */
  boolean asGuest();

  /** Whether sessions broke often lately. */
  boolean flapping(long monoMs);

  /** Records that no hub has acknowledged. */
  int waiting();

  /** Whether nothing is on its way to the hub or due to go. */
  boolean nothingToSay(long monoMs);

  /** Whether the glass shows what it should, or cannot. */
  boolean glassSettled();
}
