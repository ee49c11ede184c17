/// Themes: the look that a conference brings in one file.
@NullMarked
package io.baedge.screen.theme;

import org.jspecify.annotations.NullMarked;
