package io.baedge.badge.screen;

/** How the panel shall take a picture. */
public enum RefreshKind {
  /** With the panel's ordinary full waveform. */
  FULL,
  /** With a shorter waveform of the whole glass, which leaves a little behind. */
  FAST,
  /** Only what changes is driven; ghosts add up. */
  PARTIAL,
  /** White first, then the picture: removes ghosts, asked for by a person. */
  CLEANING
}
