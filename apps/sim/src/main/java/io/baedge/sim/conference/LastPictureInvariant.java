package io.baedge.sim.conference;

import io.baedge.badge.BadgeEvent;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierTable;
import io.baedge.sim.device.Device;
import io.baedge.sim.scenario.Durations;
import java.util.Arrays;

/**
 * A badge with a wearer whose gauge said for long enough that the battery runs out shows its last
 * picture before it goes dark. Long enough are three readings, which a noisy gauge needs, and a
 * minute to draw; after a charger also the dwell time of the tiers.
 */
final class LastPictureInvariant {
  private static final String LAST_PICTURE = "last-gasp";
  private static final int READINGS = 3;
  private static final long SLOWEST_SAMPLE_MS = 60_000;
  private static final long DRAWN_WITHIN_MS = 60_000;
  private static final long NEVER = -1;

  private final Pictures pictures;
  private final State[] states;
  private long shown;

  private static final class State {
    /** Since when every reading has been a low one. */
    private long lowSinceMs = NEVER;

    private long fedAtMs = NEVER;
  }

  LastPictureInvariant(int deviceCount, Pictures pictures) {
    this.pictures = pictures;
    this.states = new State[deviceCount];
    Arrays.setAll(states, _ -> new State());
  }

  void started(Device device) {
    State state = states[device.number()];
    state.lowSinceMs = NEVER;
    state.fedAtMs = NEVER;
  }

  /** A badge is told what its gauge reads. */
  void event(Device device, BadgeEvent event, long nowMs) {
    if (event instanceof BadgeEvent.Sensed sensed) {
      for (Reading reading : sensed.readings()) {
        if (reading instanceof Reading.Power power) {
          read(states[device.number()], power, table(device), nowMs);
        }
      }
    }
  }

  private static void read(State state, Reading.Power power, TierTable table, long nowMs) {
    int limit = table.limit(PowerTier.LAST_GASP).enterPercent();
    int percent = power.batteryPercent();
    boolean low =
        power.source() == PowerSource.BATTERY && percent != Reading.UNKNOWN && percent <= limit;
    if (power.source() == PowerSource.EXTERNAL) {
      state.fedAtMs = nowMs;
    }
    if (!low) {
      state.lowSinceMs = NEVER;
    } else if (state.lowSinceMs == NEVER) {
      state.lowSinceMs = nowMs;
    }
  }

  /** The battery is empty, or the badge powers down to save the rest; the glass stays as it is. */
  void goesDark(Device device, long nowMs) {
    State state = states[device.number()];
    if (state.lowSinceMs == NEVER) {
      return;
    }
    DesiredState wanted = device.view().orElseThrow().desired().applied().state();
    long sampleMs = Math.max(wanted.cadence().sampleEveryMs(), SLOWEST_SAMPLE_MS);
    long lowMs = nowMs - state.lowSinceMs;
    boolean known = lowMs >= READINGS * sampleMs + DRAWN_WITHIN_MS;
    boolean fed =
        state.fedAtMs != NEVER
            && nowMs - state.fedAtMs < table(device).dwellMs() + sampleMs + DRAWN_WITHIN_MS;
    boolean named = wanted.ownership() == Ownership.OWNED && wanted.wearer().isPresent();
    if (!known || fed || !named) {
      return;
    }
    String screen =
        pictures.of(device.glass().hash()).map(Pictures.Picture::screen).orElse("nothing");
    if (!screen.equals(LAST_PICTURE)) {
      throw new InvariantBroken(
          Invariant.LAST_PICTURE_IS_SHOWN,
          device.number(),
          "device "
              + device.id()
              + " goes dark and shows '"
              + screen
              + "'; its battery was known to be low for "
              + Durations.text(lowMs));
    }
    shown++;
  }

  /** Badges that went dark with their last picture. */
  long shown() {
    return shown;
  }

  private static TierTable table(Device device) {
    return device.settings().bounds().tiers().table();
  }
}
