package io.baedge.badgelinux.emulated;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  /** The picture of the last full refresh, as long as nobody has looked at it. */
  private @Nullable Supplier<byte[]> pending;

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
    look();
    refreshes++;
    if (drive == Drive.PARTIAL) {
      partials++;
    } else {
      partials = drive == Drive.FULL ? 0 : partials;
      Arrays.fill(ghosts, (byte) 0);
    }
  }

  /**
   * A refresh drives every pixel. After a full one nothing of the old picture matters, so the new
   * one is worked out only when somebody looks: a badge whose glass nobody looks at spends nothing.
   */
  synchronized void replace(Drive drive, Supplier<byte[]> picture) {
    if (drive == Drive.FULL) {
      refreshes++;
      partials = 0;
      pending = picture;
      return;
    }
    begin(drive);
    byte[] wanted = picture.get();
    for (int i = 0; i < wanted.length; i++) {
      drive(i % width, i / width, wanted[i], drive);
    }
  }

  private void look() {
    if (pending != null) {
      System.arraycopy(pending.get(), 0, inks, 0, inks.length);
      Arrays.fill(ghosts, (byte) 0);
      pending = null;
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
    look();
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
    look();
    long sum = 0;
    for (byte ghost : ghosts) {
      sum += ghost;
    }
    return (double) sum / ghosts.length;
  }
}
