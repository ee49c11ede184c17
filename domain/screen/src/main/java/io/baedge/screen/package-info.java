/// Layout and values become a frame: bitmap glyphs, QR codes, images, dithering.
@NullMarked
package io.baedge.screen;

import org.jspecify.annotations.NullMarked;
