package io.baedge.screen.compose;

import io.baedge.screen.glyph.GlyphSource;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.mark.ImageSource;
import io.baedge.screen.mark.Marks;
import io.baedge.screen.theme.Theme;

/// How a picture is made, beyond layout, values and panel.
///
/// @param tier name of the badge's power tier, for variants of layouts; empty if none
/// @param glyphs asked for characters that the baked fonts lack
/// @param images asked for the pictures that layouts name
/// @param theme the look that a conference brought
public record ComposeOptions(
    Orientation orientation, String tier, GlyphSource glyphs, ImageSource images, Theme theme) {
  /// Landscape, no tier, no theme, baked glyphs and built-in marks only.
  public static final ComposeOptions DEFAULT =
      new ComposeOptions(Orientation.LANDSCAPE, "", GlyphSource.NONE, Marks.source(), Theme.NONE);

  /// The same for a badge in this power tier.
  public ComposeOptions in(String tierName) {
    return new ComposeOptions(orientation, tierName, glyphs, images, theme);
  }

  /// The same with another source of glyphs.
  public ComposeOptions with(GlyphSource more) {
    return new ComposeOptions(orientation, tier, more, images, theme);
  }

  /// The same with other pictures.
  public ComposeOptions with(ImageSource others) {
    return new ComposeOptions(orientation, tier, glyphs, others, theme);
  }

  /// The same with another theme.
  public ComposeOptions with(Theme other) {
    return new ComposeOptions(orientation, tier, glyphs, images, other);
  }

  /// The same for a badge worn this way.
  public ComposeOptions with(Orientation changed) {
    return new ComposeOptions(changed, tier, glyphs, images, theme);
  }
}
