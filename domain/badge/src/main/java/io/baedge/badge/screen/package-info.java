/// What is on the glass, who decided it, and when the panel may be refreshed.
@NullMarked
package io.baedge.badge.screen;

import org.jspecify.annotations.NullMarked;
