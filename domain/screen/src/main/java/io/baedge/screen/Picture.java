package io.baedge.screen;

/// A picture that a layout can name.
public sealed interface Picture permits Bitmap, Raster {
  /// Width in pixels at its natural size.
  int width();

  /// Height in pixels at its natural size.
  int height();
}
