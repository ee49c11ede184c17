package io.baedge.sim.device;

import io.baedge.model.panel.Inks;
import io.baedge.model.panel.PanelModel;

/**
 * How long a panel takes for a full refresh, milliseconds. Sources: the makers' published figures
 * for 2.13" and 2.9" monochrome, 2.7" and three colours; the other models are assumed to be like
 * these.
 */
public final class PanelTimes {
  private static final long BLACK_SMALL_MS = 2_000;
  private static final long BLACK_2IN9_MS = 3_000;
  private static final long BLACK_2IN7_MS = 6_000;
  private static final long COLOUR_MS = 15_000;

  private PanelTimes() {}

  /** A full refresh of this panel. */
  public static long fullRefreshMs(PanelModel panel) {
    if (panel.inks() != Inks.BLACK) {
      return COLOUR_MS;
    }
    if (panel.name().equals("2in7")) {
      return BLACK_2IN7_MS;
    }
    return panel.name().startsWith("2in9") && !panel.name().equals("2in9d")
        ? BLACK_2IN9_MS
        : BLACK_SMALL_MS;
  }
}
