/// The screens that come with Baedge, and the one call that turns a screen into a picture.
@NullMarked
package io.baedge.screen.library;

import org.jspecify.annotations.NullMarked;
