package io.baedge.hub.desired;

import io.baedge.model.desired.Cadence;

/** How often badges of a fleet of a size do things (methods.md 1.1, 1.4, 1.5). */
public final class FleetCadence {
  private static final int SMALLEST_FLEET = 600;

  private FleetCadence() {}

  /**
   * The cadence. The size counts in steps of a sixteenth, so that a badge more or less changes
   * nothing for the others, and the window is still within 3 % of the right one.
   */
  public static Cadence of(int badges, Capacity capacity) {
    long size = SMALLEST_FLEET;
    while (size + size / 32 < badges) {
      size += size / 16;
    }
    long serveAllMs = size * 1000 / capacity.connectsPerS();
    long contactMs = Math.clamp(size * 1000 / capacity.keepAlivesPerS(), 15_000, 300_000);
    return new Cadence(
        Cadence.DEFAULT.sampleEveryMs(),
        contactMs,
        capMs(serveAllMs, capacity),
        serveAllMs * 105 / 100);
  }

  /** Where nobody gives slots, waits alone must spread the crowd. */
  private static long capMs(long serveAllMs, Capacity capacity) {
    return capacity.givesSlots()
        ? Math.clamp(serveAllMs * 6 / 10, 10_000, 60_000)
        : Math.clamp(serveAllMs * 12 / 10, 10_000, 120_000);
  }
}
