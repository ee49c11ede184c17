package io.baedge.badge.screen;

import io.baedge.model.panel.Rotation;
import io.baedge.screen.library.Screens;
import java.util.List;

/**
 * Habits of the glass.
 *
 * @param known names of all screens that can be drawn
 * @param firstScreen shown while no hub has said anything and nobody is known to wear the badge
 * @param holdMs how long a choice made at the badge stays
 * @param automaticEveryMs the panel's advised interval; changes that no person asked for keep it
 * @param actionsPerHour how many changes that people asked for may pass at once with a refresh of
 *     the whole glass
 * @param partialActionsPerHour how many of those that drive only a small part
 * @param rotation how pictures are turned on the glass; those of a badge are upright nevertheless
 */
public record ScreenSettings(
    List<String> known,
    String firstScreen,
    long holdMs,
    long automaticEveryMs,
    int actionsPerHour,
    int partialActionsPerHour,
    Rotation rotation) {
  /** The built-in screens, 10 minutes, 180 seconds, 10 and 30 an hour. */
  public static final ScreenSettings DEFAULT =
      new ScreenSettings(Screens.NAMES, "baedge", 600_000, 180_000, 10, 30, Rotation.NONE);

  public ScreenSettings {
    known = List.copyOf(known);
    if (holdMs < 1 || automaticEveryMs < 0 || actionsPerHour < 1 || partialActionsPerHour < 1) {
      throw new IllegalArgumentException(
          "hold time, interval and actions per hour must be positive, not "
              + holdMs
              + ", "
              + automaticEveryMs
              + ", "
              + actionsPerHour
              + " and "
              + partialActionsPerHour);
    }
  }

  /** The same with other screens. */
  public ScreenSettings withKnown(List<String> others) {
    return new ScreenSettings(
        others,
        firstScreen,
        holdMs,
        automaticEveryMs,
        actionsPerHour,
        partialActionsPerHour,
        rotation);
  }

  /** The same for a glass that is turned. */
  public ScreenSettings withRotation(Rotation other) {
    return new ScreenSettings(
        known, firstScreen, holdMs, automaticEveryMs, actionsPerHour, partialActionsPerHour, other);
  }
}
