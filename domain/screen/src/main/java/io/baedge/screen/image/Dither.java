package io.baedge.screen.image;

/// How the tones of a picture become few inks.
public enum Dither {
  /// The error of each pixel is shared out to those that follow (Floyd-Steinberg): most detail.
  FLOYD_STEINBERG,
  /// A fixed pattern of 8 x 8 thresholds (Bayer): calm areas, and a small change stays small.
  ORDERED,
  /// Each pixel for itself the nearest ink: for logos and line drawings.
  NONE
}
