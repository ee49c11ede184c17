/// Attendees and which badge each of them wears.
@NullMarked
package io.baedge.hub.people;

import org.jspecify.annotations.NullMarked;
