package io.baedge.hub.presence;

import io.baedge.hub.store.Write;
import io.baedge.model.Now;
import io.baedge.model.id.DeviceId;
import io.baedge.model.link.LinkState;
import io.baedge.model.message.Status;
import io.baedge.model.presence.Presence;
import io.baedge.model.telemetry.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is heard (methods.md 2.1): fixed thresholds on the silence of a device, measured on the hub's
 * monotonic clock. A device that was not heard since the hub started is unconfirmed until the
 * fail-over time has passed.
 */
public final class Attendance {
  private static final long RECHECK_FROZEN_MS = 60_000;
  private static final long ON_ITS_WAY_MS = 10_000;
  private static final long FLAPPING_WITHIN_MS = 600_000;
  private static final long LONGEST_SLEEP_MS = 30 * 86_400_000L;
  private static final int GOOD_RSSI_DBM = -67;

  private final Thresholds thresholds;
  private final long defaultIntervalMs;
  private final Map<DeviceId, Watched> devices = new LinkedHashMap<>();
  private final Wheel wheel = new Wheel();
  private final UplinkWatch uplink;
  private int connected;
  private @Nullable PresenceChange raised;

  /**
   * Knows nobody.
   *
   * @param defaultIntervalMs interval of a device that has not told its own
   * @param lateByOne the fault of calling devices connected for one interval too long
   */
  public Attendance(
      PresenceSettings settings, long startedMonoMs, long defaultIntervalMs, boolean lateByOne) {
    this.thresholds = new Thresholds(settings, startedMonoMs, lateByOne);
    this.defaultIntervalMs = defaultIntervalMs;
    this.uplink = new UplinkWatch(settings.alarmPercent());
  }

  /** Takes a device that the store knows, with its last contact if that is known. */
  public void restore(DeviceId device, Optional<Write.Contact> contact, Now now) {
    var watched = new Watched(device, Presence.UNCONFIRMED, now.wallMs(), defaultIntervalMs);
    contact.ifPresent(
        last -> {
          watched.phase = last.phase();
          watched.connection = last.connection();
          watched.heardWallMs = last.heardWallMs();
          if (last.phase() == Status.Phase.ASLEEP) {
            long leftMs = last.nextContactWallMs() - now.wallMs();
            watched.wakeMonoMs = now.monoMs() + Math.clamp(leftMs, 0, LONGEST_SLEEP_MS);
          }
        });
    watched.state = thresholds.judge(watched, now.monoMs(), uplink.alarm());
    devices.put(device, watched);
    watch(watched, now.monoMs());
  }

  /** A device that was named or seen for the first time; its state until it is heard. */
  public void add(DeviceId device, Presence first, Now now) {
    if (devices.containsKey(device)) {
      return;
    }
    var watched = new Watched(device, first, now.wallMs(), defaultIntervalMs);
    devices.put(device, watched);
  }

  /** Something of the device arrived that says nothing of its coming and going. */
  public @Nullable PresenceChange heard(DeviceId device, Now now) {
    Watched watched = devices.get(device);
    if (watched == null) {
      return null;
    }
    if (watched.phase != Status.Phase.ONLINE) {
      // A message that was on its way when the device said good night does not wake it.
      if (now.monoMs() - watched.heardMonoMs < ON_ITS_WAY_MS) {
        return null;
      }
      watched.phase = Status.Phase.ONLINE;
      watched.wakeMonoMs = 0;
    }
    return hear(watched, now);
  }

  /** The device says what it does; a will counts only for the connection that it belongs to. */
  public @Nullable PresenceChange said(DeviceId device, Status status, Now now) {
    Watched watched = devices.get(device);
    if (watched == null) {
      return null;
    }
    int order = watched.compareToLast(status);
    if (status.phase() == Status.Phase.GONE) {
      return order < 0 ? null : went(watched, now);
    }
    if (order < 0 || (order == 0 && status.sentAt().monoMs() < watched.sentMonoMs)) {
      return null;
    }
    watched.take(status);
    watched.wakeMonoMs = 0;
    switch (status.phase()) {
      case ONLINE, GONE -> {
        if (status.nextContactMs() > 0) {
          watched.intervalMs = status.nextContactMs();
        }
      }
      case ASLEEP ->
          watched.wakeMonoMs =
              now.monoMs() + Math.clamp(status.nextContactMs(), 0, LONGEST_SLEEP_MS);
      case OFF -> {}
    }
    return hear(watched, now);
  }

  /** A connection of the device exists. */
  public void opened(DeviceId device) {
    Watched watched = devices.get(device);
    if (watched != null) {
      watched.sockets++;
    }
  }

  /** A connection of the device ended. With the last one the device is gone, unless it said why. */
  public @Nullable PresenceChange closed(DeviceId device, Now now) {
    Watched watched = devices.get(device);
    if (watched == null) {
      return null;
    }
    watched.sockets = Math.max(0, watched.sockets - 1);
    return watched.sockets > 0 ? null : went(watched, now);
  }

  /** Looks at all deadlines that have come. */
  public void due(Now now, List<PresenceChange> changes) {
    for (Watched watched : wheel.due(now.monoMs())) {
      addIfAny(changes, review(watched, now));
      addIfAny(changes, takeAlarm());
    }
    if (uplink.tooLong(now.monoMs())) {
      changes.add(new PresenceChange.UplinkBack());
    }
  }

  /** The alarm that the change before has raised or ended, if any. */
  public @Nullable PresenceChange takeAlarm() {
    PresenceChange alarm = raised;
    raised = null;
    return alarm;
  }

  /** When the next deadline comes. */
  public long nextMonoMs() {
    return wheel.nextMonoMs();
  }

  /** The presence of the device; unconfirmed when it is unknown. */
  public Presence of(DeviceId device) {
    Watched watched = devices.get(device);
    return watched == null ? Presence.UNCONFIRMED : watched.state;
  }

  /** Since when it is so, wall time. */
  public long sinceWallMs(DeviceId device) {
    Watched watched = devices.get(device);
    return watched == null ? 0 : watched.sinceWallMs;
  }

  /** When it was last heard, wall time; 0 = never. */
  public long heardWallMs(DeviceId device) {
    Watched watched = devices.get(device);
    return watched == null ? 0 : watched.heardWallMs;
  }

  /** The epoch that it spoke from last, since the hub started; 0 = none. */
  public long epoch(DeviceId device) {
    Watched watched = devices.get(device);
    return watched == null ? 0 : watched.epoch;
  }

  /** Whether a message can reach it now. */
  public boolean reachable(DeviceId device) {
    Watched watched = devices.get(device);
    return watched != null && (watched.state == Presence.CONNECTED || watched.sockets > 0);
  }

  /** How good its link is; no device has no link. */
  public LinkState link(@Nullable DeviceId device, int rssiDbm, long monoMs) {
    Watched watched = device == null ? null : devices.get(device);
    if (watched == null || watched.state != Presence.CONNECTED) {
      return LinkState.DARK;
    }
    long third = watched.wentMonoMs[0];
    if (third != Watched.NEVER && monoMs - third <= FLAPPING_WITHIN_MS) {
      return LinkState.FLAPPING;
    }
    boolean strong = rssiDbm == Reading.UNKNOWN || rssiDbm >= GOOD_RSSI_DBM;
    return strong ? LinkState.GOOD : LinkState.OKAY;
  }

  /** The row to store of the device's coming and going. */
  public Optional<Write> contact(DeviceId device, Now now) {
    Watched watched = devices.get(device);
    if (watched == null) {
      return Optional.empty();
    }
    long next =
        watched.wakeMonoMs == 0 ? 0 : now.wallMs() + Math.max(0, watched.wakeMonoMs - now.monoMs());
    return Optional.of(
        new Write.Contact(device, watched.phase, watched.connection, watched.heardWallMs, next));
  }

  /** Whether the uplink alarm is on. */
  public boolean alarm() {
    return uplink.alarm();
  }

  private @Nullable PresenceChange hear(Watched watched, Now now) {
    watched.heardMonoMs = now.monoMs();
    watched.heardWallMs = now.wallMs();
    watched.gone = false;
    Presence state = watched.state;
    boolean steady = state == Presence.CONNECTED && watched.phase == Status.Phase.ONLINE;
    if (steady) {
      watch(watched, now.monoMs());
      return null;
    }
    return review(watched, now);
  }

  private @Nullable PresenceChange went(Watched watched, Now now) {
    boolean announced = watched.phase == Status.Phase.ASLEEP || watched.phase == Status.Phase.OFF;
    if (announced || watched.gone) {
      return null;
    }
    watched.gone = true;
    return review(watched, now);
  }

  private @Nullable PresenceChange review(Watched watched, Now now) {
    Presence from = watched.state;
    Presence to = thresholds.judge(watched, now.monoMs(), uplink.alarm());
    watched.state = to;
    watch(watched, now.monoMs());
    if (from == to) {
      return null;
    }
    watched.sinceWallMs = now.wallMs();
    connected += (to == Presence.CONNECTED ? 1 : 0) - (from == Presence.CONNECTED ? 1 : 0);
    if (to == Presence.UNREACHABLE && from == Presence.CONNECTED) {
      watched.went(now.monoMs());
      if (uplink.went(watched.device, connected, now.monoMs())) {
        raised = new PresenceChange.UplinkAlarm(uplink.affected(), uplink.affected() + connected);
      }
    } else if (to == Presence.CONNECTED && uplink.back(watched.device)) {
      raised = new PresenceChange.UplinkBack();
    }
    return new PresenceChange.Moved(watched.device, from, to);
  }

  private void watch(Watched watched, long monoMs) {
    long deadline = thresholds.deadlineMonoMs(watched);
    if (deadline != Long.MAX_VALUE) {
      // A deadline in the past means that the alarm holds the transition back.
      wheel.schedule(watched, deadline > monoMs ? deadline : monoMs + RECHECK_FROZEN_MS);
    }
  }

  private static void addIfAny(List<PresenceChange> changes, @Nullable PresenceChange change) {
    if (change != null) {
      changes.add(change);
    }
  }
}
