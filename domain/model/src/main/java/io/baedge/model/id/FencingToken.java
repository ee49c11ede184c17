package io.baedge.model.id;

/**
 * Which hand-over of a badge to a device is meant. Every hand-over gets a larger one, so a device
 * that has been replaced can be told from the one that speaks for the badge now. 0 = not handed
 * out.
 */
public record FencingToken(long value) implements Comparable<FencingToken> {
  /** The device speaks for no badge. */
  public static final FencingToken NONE = new FencingToken(0);

  public FencingToken {
    if (value < 0) {
      throw new IllegalArgumentException("a fencing token is not negative: " + value);
    }
  }

  @Override
  public int compareTo(FencingToken other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
