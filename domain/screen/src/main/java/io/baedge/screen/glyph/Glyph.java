package io.baedge.screen.glyph;

import io.baedge.screen.Bitmap;

/// The picture of a character (or of several that are shaped together).
///
/// @param bitmap the ink
/// @param left pixels from the pen to the bitmap's first column; may be negative
/// @param top pixels from the baseline up to the upper edge of the bitmap's first row
/// @param advance pixels by which the pen moves on
public record Glyph(Bitmap bitmap, int left, int top, int advance) {}
