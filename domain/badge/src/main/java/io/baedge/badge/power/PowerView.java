package io.baedge.badge.power;

import io.baedge.model.telemetry.Reading;
import java.util.Optional;

/**
 * Battery and supply.
 *
 * @param last the last reading, if there was any
 * @param ageMs of that reading; -1 without one
 * @param low the battery drains and is at or below its guard level; false while nobody can tell
 */
public record PowerView(Optional<Reading.Power> last, long ageMs, boolean low) {}
