/// Who is heard, from what the hub itself received.
@NullMarked
package io.baedge.hub.presence;

import org.jspecify.annotations.NullMarked;
