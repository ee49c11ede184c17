/// The named levels in which a badge saves power and lives with a bad uplink, and what each
/// switches off.
@NullMarked
package io.baedge.model.tier;

import org.jspecify.annotations.NullMarked;
