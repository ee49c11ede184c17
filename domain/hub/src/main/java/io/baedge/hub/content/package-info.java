/// Conference, sessions and which pictures the store holds.
@NullMarked
package io.baedge.hub.content;

import org.jspecify.annotations.NullMarked;
