/// Attendee lists and conference schedules from files and addresses.
@NullMarked
package io.baedge.hubserver.importer;

import org.jspecify.annotations.NullMarked;
