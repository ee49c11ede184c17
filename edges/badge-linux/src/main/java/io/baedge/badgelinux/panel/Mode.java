package io.baedge.badgelinux.panel;

/** The ways in which a panel can take a picture. Each model has some of them. */
public enum Mode {
  /** The ordinary waveform. */
  FULL,
  /** A shorter waveform that leaves a little more behind. */
  FAST,
  /** Like full, and the picture is also kept as the one that partial refreshes start from. */
  BASE,
  /** Only what changes is driven; ghosts add up. */
  PARTIAL,
  /** Four greys. */
  GREYS
}
