package io.baedge.hub;

import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.model.Now;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DownMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What one event brings about, collected until it is decided. The hub has one, which begins anew
 * with each event; nobody keeps it.
 */
final class Turn {
  Now now;
  List<HubEffect> effects = new ArrayList<>();
  List<Write> writes = new ArrayList<>(4);
  List<Promise> promises = new ArrayList<>(4);

  /** Whose lines of the console may have changed. */
  final SequencedSet<BadgeId> touchedBadges = new LinkedHashSet<>(4);

  final SequencedSet<DeviceId> touchedDevices = new LinkedHashSet<>(4);

  /** For whom something else may be desired now. */
  final SequencedSet<BadgeId> affectedBadges = new LinkedHashSet<>(4);

  final SequencedSet<DeviceId> affectedDevices = new LinkedHashSet<>(4);
  boolean everybodyAffected;

  /** Schedule or size of the fleet may have changed what every badge gets. */
  boolean groundMoved;

  /** Whether this turn has its revision. */
  boolean advanced;

  Turn(Now now) {
    this.now = now;
  }

  /** The next event; the lists of the one before belong to those who got them. */
  void begin(Now atEvent) {
    now = atEvent;
    effects = new ArrayList<>();
    writes = writes.isEmpty() ? writes : new ArrayList<>(4);
    promises = promises.isEmpty() ? promises : new ArrayList<>(4);
    clear(touchedBadges);
    clear(touchedDevices);
    clear(affectedBadges);
    clear(affectedDevices);
    everybodyAffected = false;
    groundMoved = false;
    advanced = false;
  }

  private static void clear(SequencedSet<?> set) {
    if (!set.isEmpty()) {
      set.clear();
    }
  }

  void write(Write write) {
    writes.add(write);
  }

  void write(Optional<Write> write) {
    write.ifPresent(writes::add);
  }

  void send(DeviceId device, DownMessage message) {
    promises.add(new Promise.Message(device, message));
  }

  void refuse(long ticket, String reason) {
    effects.add(new HubEffect.Refuse(ticket, reason));
  }

  /** Writes it to the event log and shows it. */
  void note(HubNote note) {
    writes.add(new Write.Noted(note));
    effects.add(new HubEffect.Note(note));
  }

  /** Writes and shows what happened to a badge. */
  void note(HubNote.Kind kind, BadgeId badge, String who, String text) {
    note(new HubNote(now.wallMs(), kind, Optional.of(badge), Optional.empty(), who, text));
  }

  /** Writes and shows what happened to nobody in particular. */
  void note(HubNote.Kind kind, String who, String text) {
    note(new HubNote(now.wallMs(), kind, Optional.empty(), Optional.empty(), who, text));
  }

  /** Something else may be desired of the badge. */
  void affect(BadgeId badge) {
    affectedBadges.add(badge);
    touchedBadges.add(badge);
  }

  /** Something else may be desired of the device. */
  void affect(DeviceId device) {
    affectedDevices.add(device);
    touchedDevices.add(device);
  }
}
