package io.baedge.model.desired;

/**
 * How often a badge does things. All in milliseconds.
 *
 * @param sampleEveryMs between two readings
 * @param contactEveryMs the longest a badge stays silent; the hub's presence counts from it
 * @param backoffCapMs longest back-off between two connection attempts (methods.md 1.1)
 * @param reconnectWindowMs spread of attempts after the link is seen to be back (methods.md 1.4)
 */
public record Cadence(
    long sampleEveryMs, long contactEveryMs, long backoffCapMs, long reconnectWindowMs) {
  /** Before a hub has said anything: small fleet. */
  public static final Cadence DEFAULT = new Cadence(5_000, 15_000, 10_000, 12_600);

  public Cadence {
    atLeast("sample every", sampleEveryMs, 100);
    atLeast("contact every", contactEveryMs, 1_000);
    atLeast("back-off cap", backoffCapMs, 1_000);
    atLeast("reconnect window", reconnectWindowMs, 0);
  }

  private static void atLeast(String what, long valueMs, long leastMs) {
    if (valueMs < leastMs) {
      throw new IllegalArgumentException(
          what + " is " + valueMs + " ms; at least " + leastMs + " ms are needed");
    }
  }
}
