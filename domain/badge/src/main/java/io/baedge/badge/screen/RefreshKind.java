package io.baedge.badge.screen;

/** How the panel shall take a picture. */
public enum RefreshKind {
  /** With the panel's ordinary full waveform. */
  FULL,
  /** White first, then the picture: removes ghosts, asked for by a person. */
  CLEANING
}
