package io.baedge.hub.desired;

/**
 * What the hub can carry, measured (methods.md 1: C and R).
 *
 * @param connectsPerS connections it can admit in a second
 * @param keepAlivesPerS keep-alive messages that it should see in a second
 * @param givesSlots whether who is refused is told when to come back; a broker cannot
 */
public record Capacity(int connectsPerS, int keepAlivesPerS, boolean givesSlots) {
  /** The embedded endpoint on a laptop. */
  public static final Capacity DEFAULT = new Capacity(50, 200);

  /** Of an endpoint that gives slots. */
  public Capacity(int connectsPerS, int keepAlivesPerS) {
    this(connectsPerS, keepAlivesPerS, true);
  }

  public Capacity {
    if (connectsPerS < 1 || keepAlivesPerS < 1) {
      throw new IllegalArgumentException(
          "the capacity is at least 1 a second, not " + connectsPerS + " and " + keepAlivesPerS);
    }
  }
}
