package io.baedge.hub.desired;

/**
 * What the hub can carry, measured (methods.md 1: C and R).
 *
 * @param connectsPerS connections it can admit in a second
 * @param keepAlivesPerS keep-alive messages that it should see in a second
 */
public record Capacity(int connectsPerS, int keepAlivesPerS) {
  /** The embedded endpoint on a laptop. */
  public static final Capacity DEFAULT = new Capacity(50, 200);

  public Capacity {
    if (connectsPerS < 1 || keepAlivesPerS < 1) {
      throw new IllegalArgumentException(
          "the capacity is at least 1 a second, not " + connectsPerS + " and " + keepAlivesPerS);
    }
  }
}
