package io.baedge.badge;

import io.baedge.model.Now;
import io.baedge.model.message.Ack;

/** The clocks of a badge and what is remembered of them. */
final class BadgeClock {
  private final Effects effects;
  private final long epoch;
  private final WallClock wall = new WallClock();
  private BootFile remembered;

  BadgeClock(Effects effects, BadgeMemory memory) {
    this.effects = effects;
    this.epoch = memory.epoch();
    this.remembered = BootFile.read(memory.file(BadgeMemory.CLOCK));
  }

  /** The badge starts; returns the first epoch with the present monotonic clock. */
  long start(String boot) {
    remembered = remembered.at(boot, epoch);
    wall.restore(remembered.hub());
    if (remembered.sinceEpoch() == epoch) {
      save();
    }
    return remembered.sinceEpoch();
  }

  Now now(Now told) {
    return wall.now(told);
  }

  void heard(Ack.HubTime told, long monoMs) {
    wall.heard(told, monoMs)
        .ifPresent(
            anchor -> {
              remembered = remembered.with(anchor);
              save();
            });
  }

  ClockView view(Now told) {
    return wall.view(told);
  }

  /** Without a name for the start of the board nothing of its clock can be used again. */
  private void save() {
    if (!remembered.boot().isEmpty()) {
      effects.add(new BadgeEffect.Save(BadgeMemory.CLOCK, remembered.bytes()));
    }
  }
}
