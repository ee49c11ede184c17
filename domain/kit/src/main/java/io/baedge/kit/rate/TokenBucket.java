package io.baedge.kit.rate;

/** A token bucket: so many per second, so many at once. Not thread safe; its owner calls it. */
public final class TokenBucket {
  private final double tokensPerMs;
  private final double burst;
  private final double floor;
  private double tokens;
  private long filledAtMs;

  /**
   * Starts full.
   *
   * @param perSecond tokens that flow in each second
   * @param burst most tokens at once
   * @param nowMs a clock that never jumps
   */
  public TokenBucket(double perSecond, double burst, long nowMs) {
    this(perSecond, burst, 0, nowMs);
  }

  /**
   * Starts full and may go into debt, so that refusals cost something too.
   *
   * @param floor lowest level, zero or negative
   */
  public TokenBucket(double perSecond, double burst, double floor, long nowMs) {
    if (!(perSecond > 0) || !(burst >= 1) || floor > 0) {
      throw new IllegalArgumentException(
          "a bucket needs a rate above 0, a burst of at least 1 and a floor of at most 0, not "
              + perSecond
              + ", "
              + burst
              + " and "
              + floor);
    }
    this.tokensPerMs = perSecond / 1000;
    this.burst = burst;
    this.floor = floor;
    this.tokens = burst;
    this.filledAtMs = nowMs;
  }

  /** Takes one token if there is one. */
  public boolean tryTake(long nowMs) {
    fill(nowMs);
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  /** Takes a part of a token, into debt if need be: the price of work that was not admitted. */
  public void charge(double cost, long nowMs) {
    fill(nowMs);
    tokens = Math.max(floor, tokens - cost);
  }

  /** How many tokens are there; negative in debt. */
  public double level(long nowMs) {
    fill(nowMs);
    return tokens;
  }

  /** How long until the next token. */
  public long msUntilNext(long nowMs) {
    fill(nowMs);
    return tokens >= 1 ? 0 : (long) StrictMath.ceil((1 - tokens) / tokensPerMs);
  }

  private void fill(long nowMs) {
    if (nowMs > filledAtMs) {
      tokens = Math.min(burst, tokens + (nowMs - filledAtMs) * tokensPerMs);
      filledAtMs = nowMs;
    }
  }
}
