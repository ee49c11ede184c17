package io.baedge.badgelinux.emulated;

import java.util.Arrays;

/**
 * The picture on an emulated glass, native portrait. It stays without power. Partial refreshes
 * leave a part of the old picture behind, which only a full refresh removes.
 */
public final class Glass {
  /** White, the ground. */
  public static final int WHITE = 0;

  /** Black. */
  public static final int BLACK = 1;

  /** The accent colour, red or yellow. */
  public static final int ACCENT = 2;

  /** Yellow on a panel that also has red. */
  public static final int SECOND = 3;

  /** Light grey. */
  public static final int LIGHT = 4;

  /** Dark grey. */
  public static final int DARK = 5;

  /** What a changed pixel keeps of its old colour after one partial refresh, percent. */
  private static final int PARTIAL_GHOST = 4;

  private static final int FAST_GHOST = 2;
  private static final int MOST_GHOST = 40;

  private final int width;
  private final int height;
  private final byte[] inks;
  private final byte[] ghosts;
  private int partials;
  private int refreshes;

  /** How a refresh drives pixels. */
  enum Drive {
    FULL,
    FAST,
    PARTIAL
  }

  Glass(int width, int height) {
    this.width = width;
    this.height = height;
    this.inks = new byte[width * height];
    this.ghosts = new byte[width * height];
  }

  /** A refresh begins; its caller holds the lock of this glass until the last pixel. */
  void begin(Drive drive) {
    refreshes++;
    switch (drive) {
      case PARTIAL -> partials++;
      case FAST -> Arrays.fill(ghosts, (byte) 0);
      case FULL -> {
        partials = 0;
        Arrays.fill(ghosts, (byte) 0);
      }
    }
  }

  /** One pixel is driven. */
  void drive(int x, int y, int ink, Drive drive) {
    int at = y * width + x;
    if (inks[at] != ink && drive != Drive.FULL) {
      int more = drive == Drive.PARTIAL ? PARTIAL_GHOST : FAST_GHOST;
      ghosts[at] = (byte) Math.min(MOST_GHOST, ghosts[at] + more);
    }
    inks[at] = (byte) ink;
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** The colour of each pixel, row by row: one of the constants of this class. */
  public synchronized byte[] inks() {
    return inks.clone();
  }

  /** How many refreshes there were. */
  public synchronized int refreshes() {
    return refreshes;
  }

  /** Partial refreshes since the last full one. */
  public synchronized int partialsSinceFull() {
    return partials;
  }

  /** How much of older pictures can be seen: mean over all pixels, percent of the contrast. */
  public synchronized double ghostPercent() {
    long sum = 0;
    for (byte ghost : ghosts) {
      sum += ghost;
    }
    return (double) sum / ghosts.length;
  }
}
