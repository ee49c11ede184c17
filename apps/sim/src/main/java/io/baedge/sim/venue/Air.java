package io.baedge.sim.venue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a room's air treats packets: good and bad periods with their own loss (Gilbert-Elliott,
 * methods.md 2.3). Lengths are means of exponential distributions.
 */
public enum Air {
  /** No bursts at all. */
  CLEAR(0, 0, 0, 0, 0),
  /** A room that is nearly empty. */
  QUIET(600_000, 2_000, 0.005, 0.8, 0),
  /** An ordinary hall full of people. */
  HALL(60_000, 3_000, 0.01, 0.8, 0),
  /** A bad corner; one bad period of ten is a long fade. */
  CORNER(60_000, 15_000, 0.02, 0.95, 0.1);

  private static final double LONG_FADE_MEDIAN_MS = 30_000;

  private final long goodMs;
  private final long badMs;
  private final double goodLoss;
  private final double badLoss;
  private final double longFades;

  Air(long goodMs, long badMs, double goodLoss, double badLoss, double longFades) {
    this.goodMs = goodMs;
    this.badMs = badMs;
    this.goodLoss = goodLoss;
    this.badLoss = badLoss;
    this.longFades = longFades;
  }

  /** Whether packets are ever lost. */
  public boolean isClear() {
    return this == CLEAR;
  }

  /** Share of packets that are lost in a good or bad period. */
  public double loss(boolean bad) {
    return bad ? badLoss : goodLoss;
  }

  /** How long a period lasts. */
  public long periodMs(boolean bad, RandomGenerator random) {
    double exponential = -StrictMath.log(1 - random.nextDouble());
    boolean longFade = bad && longFades > 0 && random.nextDouble() < longFades;
    double mean = longFade ? LONG_FADE_MEDIAN_MS / StrictMath.log(2) : bad ? badMs : goodMs;
    return 1 + (long) (exponential * mean);
  }

  /** The word in scenarios. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The air with that word. */
  public static Optional<Air> of(String word) {
    return Arrays.stream(values()).filter(air -> air.word().equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Air::word).toList();
  }
}
