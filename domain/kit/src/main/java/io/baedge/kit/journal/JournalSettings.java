package io.baedge.kit.journal;

/**
 * Bounds of a journal.
 *
 * @param mostBytes of the card that it takes at most
 * @param segmentBytes of one file
 * @param trustTail the fault of reading on behind what a power cut tore
 */
public record JournalSettings(long mostBytes, int segmentBytes, boolean trustTail) {
  /** What a badge has unless told otherwise. */
  public static final JournalSettings DEFAULT = of(16L << 20, 256 << 10);

  /** Small files for simulated and demo badges. */
  public static final JournalSettings SMALL = of(16L << 20, 16 << 10);

  private static final int SMALLEST_SEGMENT = 4 << 10;
  private static final int LARGEST_SEGMENT = 4 << 20;
  private static final int FEWEST_SEGMENTS = 16;
  private static final int MOST_SEGMENTS = 9_999;

  public JournalSettings {
    if (segmentBytes < SMALLEST_SEGMENT || segmentBytes > LARGEST_SEGMENT) {
      throw new IllegalArgumentException(
          "a segment has 4 KiB to 4 MiB, not " + segmentBytes + " bytes");
    }
    long segments = mostBytes / segmentBytes;
    if (segments < FEWEST_SEGMENTS || segments > MOST_SEGMENTS) {
      throw new IllegalArgumentException(
          "a journal has 16 to 9999 segments, not "
              + segments
              + " ("
              + mostBytes
              + " bytes in segments of "
              + segmentBytes
              + ")");
    }
  }

  /** A sound journal. */
  public static JournalSettings of(long mostBytes, int segmentBytes) {
    return new JournalSettings(mostBytes, segmentBytes, false);
  }

  /** The same with the fault of trusting a torn tail. */
  public JournalSettings withTrustedTail() {
    return new JournalSettings(mostBytes, segmentBytes, true);
  }

  int segments() {
    return (int) (mostBytes / segmentBytes);
  }
}
