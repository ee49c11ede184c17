package io.baedge.screen.compose;

import io.baedge.screen.glyph.GlyphSource;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.mark.ImageSource;
import io.baedge.screen.mark.Marks;

/// How a picture is made, beyond layout, values and panel.
///
/// @param tier name of the badge's power tier, for variants of layouts; empty if none
/// @param glyphs asked for characters that the baked fonts lack
/// @param images asked for the pictures that layouts name
public record ComposeOptions(
    Orientation orientation, String tier, GlyphSource glyphs, ImageSource images) {
  /// Landscape, no tier, baked glyphs and built-in marks only.
  public static final ComposeOptions DEFAULT =
      new ComposeOptions(Orientation.LANDSCAPE, "", GlyphSource.NONE, Marks.source());

  /// The same for a badge in this power tier.
  public ComposeOptions in(String tierName) {
    return new ComposeOptions(orientation, tierName, glyphs, images);
  }

  /// The same with another source of glyphs.
  public ComposeOptions with(GlyphSource more) {
    return new ComposeOptions(orientation, tier, more, images);
  }

  /// The same with other pictures.
  public ComposeOptions with(ImageSource others) {
    return new ComposeOptions(orientation, tier, glyphs, others);
  }

  /// The same for a badge worn this way.
  public ComposeOptions with(Orientation changed) {
    return new ComposeOptions(changed, tier, glyphs, images);
  }
}
