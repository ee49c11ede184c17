/// Glyphs: the baked bitmap fonts, and what stands in for characters they lack.
@NullMarked
package io.baedge.screen.glyph;

import org.jspecify.annotations.NullMarked;
