package io.baedge.badge.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierTable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A day of a battery that drains at a wandering rate, is docked now and then, and is read by a
 * noisy gauge that sometimes fails. A failure names its seed.
 */
class TierPropertyTest {
  private static final TierTable TABLE = TierTable.DEFAULT;
  private static final long HOUR_MS = 3_600_000;

  /** Two changes a dwell time: up after it, down at once when the battery runs out. */
  private static final int MOST_CHANGES_AN_HOUR = 2 * (int) (HOUR_MS / 300_000) + 2;

  /** From last gasp to empty within the lag of the smoothing and a slow refresh. */
  private static final double FASTEST_PERCENT_AN_HOUR = 40;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 300);
  }

  private static final class Day {
    final Random chance;
    final Tiers tiers;
    final boolean naps;
    final double noise;
    final double failing;
    final Deque<Long> changes = new ArrayDeque<>();
    double percent;
    double drainPerHour;
    boolean docked;
    boolean known;
    long nowMs = 1_000;

    Day(long seed) {
      chance = new Random(seed * 6_364_136_223_846_793_005L);
      naps = chance.nextBoolean();
      noise = chance.nextDouble() * 3;
      failing = chance.nextInt(4) == 0 ? 0 : chance.nextDouble() * 0.3;
      percent = chance.nextDouble() * 100;
      drainPerHour = 3 + chance.nextDouble() * 20;
      tiers = new Tiers(new TierSettings(TABLE, naps), true);
    }

    Reading.Power reading() {
      known = chance.nextDouble() >= failing;
      int read = (int) Math.round(percent + chance.nextGaussian() * noise);
      return new Reading.Power(
          known ? Math.clamp(read, 0, 100) : Reading.UNKNOWN,
          Reading.UNKNOWN,
          docked ? PowerSource.EXTERNAL : PowerSource.BATTERY);
    }

    void pass(long ms) {
      nowMs += ms;
      drainPerHour =
          Math.clamp(drainPerHour + chance.nextGaussian() * 0.5, 3, FASTEST_PERCENT_AN_HOUR);
      double perHour = docked ? 60 : -drainPerHour;
      percent = Math.clamp(percent + perHour * ms / HOUR_MS, 0, 100);
      if (chance.nextInt(400) == 0) {
        docked = !docked;
      }
    }

    void changed() {
      changes.add(nowMs);
      while (changes.getFirst() <= nowMs - HOUR_MS) {
        changes.removeFirst();
      }
      assertThat(changes).as("changes within an hour").hasSizeLessThan(MOST_CHANGES_AN_HOUR);
    }
  }

  private static final TierSigns DEAF =
      new TierSigns() {
        @Override
        public boolean inSession() {
          return true;
        }

        @Override
        public boolean asGuest() {
          return false;
        }

        @Override
        public boolean flapping(long monoMs) {
          return false;
        }

        @Override
        public int waiting() {
          return 0;
        }

        @Override
        public boolean nothingToSay(long monoMs) {
          return true;
        }

        @Override
        public boolean glassSettled() {
          return true;
        }
      };

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tiers_change_seldom_follow_the_table_and_the_last_picture_comes_before_the_end(long seed) {
    var day = new Day(seed);
    day.tiers.start(day.nowMs);
    assertThat(day.tiers.radioOn()).as("radio before the battery is measured").isFalse();
    Reading.Power first = day.reading();
    day.tiers.read(first, day.nowMs);
    boolean below =
        first.source() != PowerSource.EXTERNAL
            && first.batteryPercent() != Reading.UNKNOWN
            && first.batteryPercent() <= TABLE.guard().enterPercent();
    assertThat(day.tiers.radioOn()).as("radio after %s", first).isNotEqualTo(below);
    long knownSinceMs = 0;
    while (day.nowMs < 24 * HOUR_MS) {
      long stepMs = 5_000L * Math.min(60, day.tiers.rules().sampleFactor());
      day.pass(stepMs);
      if (day.tiers.read(day.reading(), day.nowMs)) {
        day.changed();
      }
      knownSinceMs = day.known && !day.docked ? knownSinceMs + stepMs : 0;
      day.tiers.tick(DEAF, day.nowMs);
      consistent(day);
      if (day.percent <= 0 && day.failing == 0 && knownSinceMs > 2 * TABLE.dwellMs()) {
        assertThat(day.tiers.lastGasp()).as("the battery is empty").isTrue();
      }
    }
  }

  private static void consistent(Day day) {
    Tiers tiers = day.tiers;
    assertThat(tiers.rules()).isEqualTo(TABLE.rules(tiers.power(), tiers.uplink()));
    if (!day.naps) {
      assertThat(tiers.power()).isNotEqualTo(PowerTier.NAP);
    }
    if (tiers.view().radio().guarded()) {
      assertThat(tiers.radioOn()).as("guarded").isFalse();
    }
    if (day.docked) {
      assertThat(tiers.power()).isEqualTo(PowerTier.FULL);
    }
  }
}
