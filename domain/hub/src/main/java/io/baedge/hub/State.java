package io.baedge.hub;

import io.baedge.hub.content.Frames;
import io.baedge.hub.content.Programme;
import io.baedge.hub.desired.Composer;
import io.baedge.hub.desired.Counters;
import io.baedge.hub.desired.Ground;
import io.baedge.hub.desired.Layers;
import io.baedge.hub.desired.Subject;
import io.baedge.hub.desired.Wanted;
import io.baedge.hub.device.Badges;
import io.baedge.hub.device.Devices;
import io.baedge.hub.ingest.DrainPace;
import io.baedge.hub.ingest.Ingest;
import io.baedge.hub.overview.Rows;
import io.baedge.hub.people.People;
import io.baedge.hub.people.Wearers;
import io.baedge.hub.presence.Attendance;
import io.baedge.hub.store.HubSnapshot;
import io.baedge.hub.store.Write;
import io.baedge.hub.twin.DifferenceCounts;
import io.baedge.hub.twin.Differences;
import io.baedge.hub.twin.Gauges;
import io.baedge.hub.twin.Twins;
import io.baedge.model.Now;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Revision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a hub holds, in the order of the line: what is lower may use what is above. */
final class State {
  /** With so small a part of the bound waiting for the store, backlogs must wait. */
  private static final int BUSY_PART = 20;

  final HubSettings settings;
  final long generation;
  final Programme programme = new Programme();
  final Frames frames;
  final Ingest ingest;
  final DrainPace drainPace;
  final Devices devices = new Devices();
  final Badges badges = new Badges();
  final People people = new People();
  final Wearers wearers = new Wearers();
  final Counters counters;
  final Layers layers = new Layers();
  final Composer composer = new Composer(layers);
  final Wanted wanted = new Wanted();
  final Twins twins;
  final Gauges gauges = new Gauges();
  final Differences differences = new Differences();
  final DifferenceCounts differenceCounts = new DifferenceCounts(differences);
  final Attendance attendance;
  final Rows rows = new Rows();
  Ground ground;
  long malformedCount;
  long refusedCount;

  State(HubSettings settings, HubSnapshot snapshot, Now startedAt) {
    this.settings = settings;
    this.generation = snapshot.generation();
    frames = new Frames(settings.bounds().frames());
    ingest = new Ingest(settings.faults().contains(HubFault.NO_DEDUPLICATION));
    drainPace = new DrainPace(settings.bounds().pending() / BUSY_PART);
    twins = new Twins(settings.faults().contains(HubFault.NO_FENCING));
    counters = new Counters(snapshot.generation());
    snapshot.frames().forEach(frames::add);
    List<Write.Device> seen = new ArrayList<>();
    Map<DeviceId, Write.Contact> contacts = new LinkedHashMap<>();
    List<Write.Twin> reports = new ArrayList<>();
    for (Write.Row row : snapshot.rows()) {
      switch (row) {
        case Write.Device device -> seen.add(device);
        case Write.Contact contact -> contacts.put(contact.device(), contact);
        case Write.Badge badge -> badges.restore(badge);
        case Write.Binding binding -> badges.restore(binding);
        case Write.Wearing wearing -> wearers.restore(wearing);
        case Write.Person person -> people.restore(person);
        case Write.Layer layer -> layers.restore(layer);
        case Write.Pushed pushed -> layers.restore(pushed);
        case Write.Announced announced -> layers.restore(announced);
        case Write.Schedule schedule -> programme.restore(schedule, startedAt.wallMs());
        case Write.Twin twin -> reports.add(twin);
        case Write.Marks marks -> ingest.restore(marks);
        case Write.Counters stored -> counters.restore(stored);
      }
    }
    ground = composeGround();
    attendance =
        new Attendance(
            settings.presence(),
            startedAt.monoMs(),
            ground.cadence().contactEveryMs(),
            settings.faults().contains(HubFault.PRESENCE_OFF_BY_ONE));
    for (Write.Device device : seen) {
      devices.restore(device);
      attendance.restore(
          device.device(), Optional.ofNullable(contacts.get(device.device())), startedAt);
    }
    reports.forEach(twin -> twins.restore(twin, badges.bindingOf(twin.device())));
  }

  /** What every badge gets before any layer, from schedule and fleet as they are now. */
  Ground composeGround() {
    return Ground.of(
        programme.conference(), programme.carried(), badges.inUseCount(), settings.capacity());
  }

  /** The revision of what this turn changes: one more than before it. */
  Revision advance(Turn turn) {
    if (!turn.advanced) {
      turn.advanced = true;
      counters.nextRevision();
    }
    return counters.revision();
  }

  /** The badge as far as layers care. */
  Subject subject(BadgeId badge) {
    return new Subject(badge, badges.labels(badge), wearers.wearerOf(badge).flatMap(people::find));
  }

  /** The highest epoch that the device was heard with, in records, reports or words; 0 for none. */
  long newestEpoch(DeviceId device) {
    long reported = twins.of(device).map(twin -> twin.reported().order().epoch()).orElse(0L);
    return Math.max(reported, Math.max(ingest.newestEpoch(device), attendance.epoch(device)));
  }
}
