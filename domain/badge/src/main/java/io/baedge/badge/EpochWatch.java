package io.baedge.badge;

import io.baedge.model.message.Ack;
import io.baedge.model.message.DeviceLog;

/**
 * Notices that the hub has heard a higher epoch of this device: an earlier start could not count on
 * its card and took a number far above. The hub takes what this start reports for older, so only a
 * start above that number is heard again; the order of epochs itself is never bent.
 */
final class EpochWatch {
  /** Two boards with one card would otherwise overtake each other as fast as they can start. */
  private static final long BETWEEN_STARTS_MS = 60_000;

  /** Above it connections cannot be numbered. */
  private static final long HIGHEST = 1L << 38;

  private final Effects effects;
  private final long epoch;
  private long notBeforeMonoMs;
  private long told;

  EpochWatch(Effects effects, long epoch) {
    this.effects = effects;
    this.epoch = epoch;
  }

  void start(long monoMs) {
    notBeforeMonoMs = monoMs + BETWEEN_STARTS_MS;
  }

  void heard(Ack ack, long monoMs) {
    long newest = ack.newestEpoch();
    if (newest <= epoch || newest > HIGHEST || monoMs < notBeforeMonoMs) {
      return;
    }
    notBeforeMonoMs = monoMs + BETWEEN_STARTS_MS;
    if (newest != told) {
      told = newest;
      effects.log(
          DeviceLog.Level.WARNING,
          "the hub has heard epoch "
              + newest
              + " of this device and takes this one, "
              + epoch
              + ", for older: the badge starts again above it as soon as the card takes the number");
    }
    effects.add(new BadgeEffect.BeginAnew(newest));
  }
}
