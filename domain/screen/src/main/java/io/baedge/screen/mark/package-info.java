/// Marks: small pictures of one bit per pixel that layouts name.
@NullMarked
package io.baedge.screen.mark;

import org.jspecify.annotations.NullMarked;
