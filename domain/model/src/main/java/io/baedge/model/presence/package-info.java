/// Whether the hub hears a badge.
@NullMarked
package io.baedge.model.presence;

import org.jspecify.annotations.NullMarked;
