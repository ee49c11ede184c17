package io.baedge.model.panel;

/**
 * Which short waveforms a panel has beside its full one. Source: the vendor drivers' own modes.
 *
 * @param fast a shorter refresh of the whole glass that leaves a little of the old picture behind
 * @param partial only what changes is driven, black on white; ghosts add up
 */
public record Waveforms(boolean fast, boolean partial) {
  /** Those of a model. */
  public static Waveforms of(PanelModel model) {
    return switch (model.name()) {
      case "2in13_V4", "2in7_V2", "2in9_V2", "2in9b_V4" -> new Waveforms(true, true);
      case "2in13", "2in13_V2", "2in13_V3", "2in13d", "2in9", "2in9d" -> new Waveforms(false, true);
      default -> new Waveforms(false, false);
    };
  }
}
