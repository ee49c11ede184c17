/// Glyphs of every script with shaping, images and SVG.
@NullMarked
package io.baedge.screen.java2d;

import org.jspecify.annotations.NullMarked;
