/// A neighbour's way to the hub: whom a badge lets in, and how much it carries.
@NullMarked
package io.baedge.badge.relay;

import org.jspecify.annotations.NullMarked;
