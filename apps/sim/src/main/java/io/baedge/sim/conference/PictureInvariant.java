package io.baedge.sim.conference;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeMemory;
import io.baedge.hub.overview.BadgeOverview;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Desired;
import io.baedge.model.wearer.WearerCard;
import io.baedge.screen.Frame;
import io.baedge.sim.device.Device;
import java.util.List;
import java.util.Optional;

/**
 * Once a device has applied a revision, everything that it composes and puts on its glass shows the
 * wearer of that revision or nobody; the revision never goes back; and the hub's twin of a badge
 * takes its glass only from the device that speaks for the badge.
 */
final class PictureInvariant {
  /** A device with power shows its wearer this long after it knows of it, at the latest. */
  private static final long SHOWN_WITHIN_MS = 300_000;

  private final List<Device> devices;
  private final Pictures pictures;
  private final State[] states;

  private static final class State {
    private Revision applied = Revision.NONE;
    private String wearer = "";
    private long wearerSinceMs;
    private boolean saved;
    private Optional<String> composed = Optional.empty();
    private Optional<Frame> refreshed = Optional.empty();
  }

  PictureInvariant(List<Device> devices, int deviceCount, Pictures pictures) {
    this.devices = devices;
    this.pictures = pictures;
    this.states = new State[deviceCount];
    for (int i = 0; i < states.length; i++) {
      states[i] = new State();
    }
  }

  /** A badge starts; what it remembers counts when its first event is over. */
  void started(Device device, long nowMs) {
    State state = states[device.number()];
    state.composed = Optional.empty();
    state.refreshed = Optional.empty();
    state.saved = true;
    state.wearerSinceMs = nowMs;
  }

  /** A badge wants something done. */
  void effect(Device device, BadgeEffect effect) {
    State state = states[device.number()];
    switch (effect) {
      case BadgeEffect.Save save -> state.saved |= save.name().equals(BadgeMemory.DESIRED);
      case BadgeEffect.Compose compose ->
          state.composed = Optional.of(Pictures.wearer(compose.picture()));
      case BadgeEffect.Refresh refresh -> state.refreshed = Optional.of(refresh.frame());
      case BadgeEffect.Sense _,
          BadgeEffect.Connect _,
          BadgeEffect.Disconnect _,
          BadgeEffect.Publish _,
          BadgeEffect.Keep _,
          BadgeEffect.Acknowledged _,
          BadgeEffect.Fetch _,
          BadgeEffect.Answer _,
          BadgeEffect.AskValue _,
          BadgeEffect.Log _,
          BadgeEffect.Relay _,
          BadgeEffect.Join _,
          BadgeEffect.PowerDown _,
          BadgeEffect.BeginAnew _,
          BadgeEffect.StartWork _,
          BadgeEffect.StopWork _ -> {
        // Says nothing about pictures.
      }
    }
  }

  /** One event and all that it brought about are over. */
  void settled(Device device, long nowMs) {
    State state = states[device.number()];
    if (state.saved) {
      state.saved = false;
      applied(device, state, nowMs);
    }
    if (state.composed.isPresent()) {
      check(device, state, state.composed.get(), "composes");
      state.composed = Optional.empty();
    }
    if (state.refreshed.isPresent()) {
      String hash = state.refreshed.get().hash();
      state.refreshed = Optional.empty();
      Optional<Pictures.Picture> picture = pictures.of(hash);
      if (picture.isPresent()) {
        check(device, state, picture.get().wearer(), "draws");
      }
    }
  }

  private void applied(Device device, State state, long nowMs) {
    Desired desired = device.view().orElseThrow().desired().applied();
    if (desired.revision().compareTo(state.applied) < 0) {
      throw new InvariantBroken(
          Invariant.NO_OTHER_WEARERS_PICTURE,
          device.number(),
          "device "
              + device.id()
              + " goes back from revision "
              + state.applied
              + " to "
              + desired.revision());
    }
    state.applied = desired.revision();
    String wearer = desired.state().wearer().map(WearerCard::name).orElse("");
    if (!wearer.equals(state.wearer)) {
      state.wearer = wearer;
      state.wearerSinceMs = nowMs;
    }
  }

  private static void check(Device device, State state, String shown, String does) {
    if (!shown.isEmpty() && !shown.equals(state.wearer)) {
      throw new InvariantBroken(
          Invariant.NO_OTHER_WEARERS_PICTURE,
          device.number(),
          "device "
              + device.id()
              + " "
              + does
              + " '"
              + shown
              + "' while revision "
              + state.applied
              + " says '"
              + state.wearer
              + "'");
    }
  }

  /** A line of the console: its picture must come from the device that it names. */
  void shown(BadgeOverview row) {
    Optional<DeviceId> device = row.identity().device();
    Optional<Pictures.Picture> picture = pictures.of(row.picture().hash());
    if (row.identity().badge().isEmpty() || picture.isEmpty()) {
      return;
    }
    Device painter = devices.get(picture.get().device());
    if (device.isEmpty() || !painter.id().equals(device.get())) {
      throw new InvariantBroken(
          Invariant.NO_OTHER_WEARERS_PICTURE,
          painter.number(),
          "the twin of badge "
              + row.key()
              + " on device "
              + device.map(DeviceId::text).orElse("none")
              + " shows the glass of device "
              + painter.id());
    }
  }

  /** Looks at every glass. */
  void sweep(long nowMs) {
    for (Device device : devices) {
      State state = states[device.number()];
      if (!device.isOn() || nowMs - state.wearerSinceMs < SHOWN_WITHIN_MS) {
        continue;
      }
      String hash = device.glass().hash();
      String shown = pictures.of(hash).map(Pictures.Picture::wearer).orElse("");
      if (!shown.isEmpty()) {
        check(device, state, shown, "still shows");
      }
    }
  }
}
