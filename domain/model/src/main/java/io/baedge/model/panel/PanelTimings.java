package io.baedge.model.panel;

/**
 * How long a model's refreshes take, milliseconds. Published by the makers: 2.13" monochrome 2 s
 * and 0.3 s, 2.9" monochrome 3 s and 0.6 s, 2.9" D 2 s and 0.3 s, the first 2.7" 6 s, three colours
 * 15 s. The others are taken to be like these; fast modes and greys are assumed.
 *
 * @param partialMs only for models that have partial refreshes
 */
public record PanelTimings(long fullMs, long fastMs, long partialMs) {
  private static final long SHORTEST_LIMIT_MS = 10_000;

  /** Of that model. */
  public static PanelTimings of(PanelModel model) {
    String name = model.name();
    if (model.inks() != Inks.BLACK) {
      return new PanelTimings(15_000, 8_000, 600);
    }
    if (name.equals("2in7")) {
      return new PanelTimings(6_000, 6_000, 6_000);
    }
    return name.startsWith("2in9") && !name.equals("2in9d")
        ? new PanelTimings(3_000, 1_500, 600)
        : new PanelTimings(2_000, 1_000, 300);
  }

  /**
   * A panel that is busy for longer is broken: four times a full refresh, because the cold slows
   * panels down, and 10 s at least.
   */
  public long limitMs() {
    return Math.max(SHORTEST_LIMIT_MS, 4 * fullMs);
  }
}
