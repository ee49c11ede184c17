package io.baedge.hub.desired;

import io.baedge.model.desired.DesiredState;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Desired;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each device shall become, and whether it needs to be told again. */
public final class Wanted {
  private static final long FIRST_REPEAT_MS = 10_000;
  private static final long LAST_REPEAT_MS = 160_000;

  private final Map<DeviceId, Want> wants = new LinkedHashMap<>();

  /** One device. */
  private static final class Want {
    Desired desired;
    boolean sent;
    long repeatAtMonoMs;
    long repeatMs = FIRST_REPEAT_MS;

    Want(Desired desired) {
      this.desired = desired;
    }
  }

  /**
   * Sets what the device shall be.
   *
   * @param revision of the change; taken only if anything is different
   * @return whether anything is
   */
  public boolean set(
      DeviceId device,
      FencingToken token,
      Optional<BadgeId> badge,
      DesiredState state,
      Revision revision) {
    Want want = wants.get(device);
    if (want == null) {
      wants.put(device, new Want(new Desired(revision, token, badge, state)));
      return true;
    }
    Desired before = want.desired;
    if (before.token().equals(token)
        && before.badge().equals(badge)
        && before.state().equals(state)) {
      return false;
    }
    want.desired = new Desired(revision, token, badge, state);
    want.sent = false;
    want.repeatMs = FIRST_REPEAT_MS;
    return true;
  }

  /** What the device shall be. */
  public Optional<Desired> of(DeviceId device) {
    Want want = wants.get(device);
    return want == null ? Optional.empty() : Optional.of(want.desired);
  }

  /** Sends it whatever was sent before: the device has just connected. */
  public Optional<Desired> greet(DeviceId device, long monoMs) {
    Want want = wants.get(device);
    if (want == null) {
      return Optional.empty();
    }
    want.repeatMs = FIRST_REPEAT_MS;
    return Optional.of(send(want, monoMs));
  }

  /**
   * Sends it to a device that is heard, if that device has not taken it on and was not told lately.
   *
   * @param settled the revision that the device took on, or refused
   */
  public Optional<Desired> remind(DeviceId device, Revision settled, long monoMs) {
    Want want = wants.get(device);
    if (want == null || want.desired.revision().equals(settled)) {
      return Optional.empty();
    }
    if (want.sent && monoMs < want.repeatAtMonoMs) {
      return Optional.empty();
    }
    return Optional.of(send(want, monoMs));
  }

  private static Desired send(Want want, long monoMs) {
    if (want.sent) {
      want.repeatMs = Math.min(LAST_REPEAT_MS, want.repeatMs * 2);
    }
    want.sent = true;
    want.repeatAtMonoMs = monoMs + want.repeatMs;
    return want.desired;
  }
}
