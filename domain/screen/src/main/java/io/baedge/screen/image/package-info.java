/// Pictures of many tones on glass with few inks: scaling and dithering.
@NullMarked
package io.baedge.screen.image;

import org.jspecify.annotations.NullMarked;
