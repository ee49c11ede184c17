package io.baedge.hub;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.hub.store.Write;
import io.baedge.model.Now;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.desired.Ownership;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.SiteId;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hub with a store in memory, driven by hand: what it did is kept to be looked at. */
final class Rig {
  static final long WALL_MS = 1_764_000_000_000L;

  final MemoryHubStore store;
  final HubSettings settings;
  final Map<String, BadgeOverview> rows = new LinkedHashMap<>();
  final List<HubNote> notes = new ArrayList<>();
  final Map<DeviceId, List<DownMessage>> sent = new LinkedHashMap<>();
  final List<Long> accepted = new ArrayList<>();
  final Map<Long, String> refused = new LinkedHashMap<>();
  final Map<Long, Outcome> outcomes = new LinkedHashMap<>();
  final List<HubEffect.Commit> uncommitted = new ArrayList<>();
  boolean commits = true;
  FleetCounts counts;
  Hub hub;
  Now now = Now.synced(1_000_000, WALL_MS);
  private long tickets;
  private long requests;
  private long reports;

  Rig() {
    this(HubSettings.of(new SiteId("test")), new MemoryHubStore(1));
  }

  Rig(HubSettings settings, MemoryHubStore store) {
    this.settings = settings;
    this.store = store;
    hub = new Hub(settings, store.load(), now);
    on(new HubEvent.Tick());
  }

  static DeviceId device(int number) {
    return DeviceId.ofPublicKey(new byte[] {1, (byte) (number >> 8), (byte) number});
  }

  static BadgeId badge(int number) {
    return new BadgeId("badge-" + number);
  }

  static WearerCard card(int number) {
    return new WearerCard(
        new WearerId("p" + number), "Person " + number, "", "Company " + number, "", "", "");
  }

  /** Starts another hub from the store, as after a crash. */
  void restart() {
    uncommitted.clear();
    rows.clear();
    hub = new Hub(settings, store.load(), now);
    on(new HubEvent.Tick());
  }

  void on(HubEvent event) {
    take(hub.on(event, now));
    if (commits) {
      commit();
    }
  }

  /** Stores everything that waits, in one go. */
  void commit() {
    if (uncommitted.isEmpty()) {
      return;
    }
    List<HubEffect.Commit> batch = List.copyOf(uncommitted);
    uncommitted.clear();
    batch.forEach(commit -> store.commit(commit.writes()));
    take(hub.on(new HubEvent.Committed(batch.getLast().tx()), now));
  }

  /** Lets time pass with every tick that the hub wants. */
  void pass(long ms) {
    long until = now.monoMs() + ms;
    while (hub.nextDeadlineMonoMs() <= until) {
      now = now.plusMs(Math.max(0, hub.nextDeadlineMonoMs() - now.monoMs()));
      on(new HubEvent.Tick());
    }
    now = now.plusMs(until - now.monoMs());
  }

  long heard(DeviceId device, UpMessage message) {
    on(new HubEvent.Heard(device, message, ++tickets));
    return tickets;
  }

  Outcome ask(Request request) {
    on(new HubEvent.Asked(++requests, "ops", request));
    return outcomes.get(requests);
  }

  Doc.Fields done(Request request) {
    Outcome outcome = ask(request);
    if (outcome instanceof Outcome.Done(Doc.Fields result)) {
      return result;
    }
    throw new AssertionError(request + " gave " + outcome);
  }

  /** Connects and says hello. */
  void connect(DeviceId device) {
    connect(device, 1, 1);
  }

  void connect(DeviceId device, long epoch, long connection) {
    on(new HubEvent.DeviceConnected(device));
    var facts = new DeviceFacts("2in9_V2", "Linux", "aarch64", "0.1.0", 512, "");
    heard(
        device,
        status(
            Status.Phase.ONLINE,
            epoch,
            connection,
            15_000,
            Optional.of(new Status.Hello(1, List.of(), facts))));
  }

  void heartbeat(DeviceId device) {
    heard(device, status(Status.Phase.ONLINE, 1, 1, 15_000, Optional.empty()));
  }

  Status status(
      Status.Phase phase, long epoch, long connection, long nextMs, Optional<Status.Hello> hello) {
    return new Status(phase, connection, now, new Status.StreamEnd(epoch, 0), nextMs, hello);
  }

  static Telemetry telemetry(long epoch, long low, long from, long to) {
    List<Sample> samples = new ArrayList<>();
    for (long n = from; n <= to; n++) {
      samples.add(new Sample(n, n * 1_000, new Reading.Board(300, 100, 1_000)));
    }
    return new Telemetry(epoch, low, to * 1_000, samples);
  }

  /** Reports that the desired state is in force, with this on the glass. */
  void report(DeviceId device, Desired desired, String hash) {
    heard(device, reported(desired, desired.token(), hash));
  }

  Reported reported(Desired desired, FencingToken token, String hash) {
    var glass =
        new Glass(
            hash, "wearer", Decider.DEFAULT, 0, 0, hash.isEmpty() ? new byte[0] : new byte[] {7});
    return new Reported(
        desired.revision(),
        token,
        Optional.empty(),
        new Reported.Order(1, ++reports, now.monoMs()),
        glass,
        DesiredDoc.write(desired.state()));
  }

  List<DownMessage> sent(DeviceId device) {
    return sent.getOrDefault(device, List.of());
  }

  /** What the device was last told to be. */
  Desired desired(DeviceId device) {
    return last(device, Desired.class);
  }

  Ack ack(DeviceId device) {
    return last(device, Ack.class);
  }

  <M extends DownMessage> M last(DeviceId device, Class<M> kind) {
    return sent(device).reversed().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " for " + device));
  }

  BadgeOverview row(BadgeId badge) {
    return rows.get(badge.text());
  }

  /** A fleet of connected badges 1 to n on devices 1 to n, worn by people 1 to n. */
  Rig fleet(int size) {
    List<WearerCard> people = new ArrayList<>();
    List<Request.NewBadge> badges = new ArrayList<>();
    for (int n = 1; n <= size; n++) {
      connect(device(n));
      people.add(card(n));
      badges.add(
          new Request.NewBadge(
              badge(n),
              n % 2 == 0 ? List.of("crew") : List.of(),
              Optional.of(card(n).wearer()),
              Optional.of(device(n).text())));
    }
    done(new Request.ImportPeople(people, false));
    done(new Request.CreateBadges(badges));
    for (int n = 1; n <= size; n++) {
      if (desired(device(n)).state().ownership() != Ownership.OWNED) {
        throw new AssertionError("device " + n + " was not told its badge");
      }
      report(device(n), desired(device(n)), "glass-" + n);
    }
    return this;
  }

  private void take(List<HubEffect> effects) {
    for (HubEffect effect : effects) {
      switch (effect) {
        case HubEffect.Commit commit -> uncommitted.add(commit);
        case HubEffect.Accept(long ticket) -> accepted.add(ticket);
        case HubEffect.Refuse(long ticket, String reason) -> refused.put(ticket, reason);
        case HubEffect.Send(DeviceId device, DownMessage message) ->
            sent.computeIfAbsent(device, _ -> new ArrayList<>()).add(message);
        case HubEffect.Reply(long id, Outcome outcome) -> outcomes.put(id, outcome);
        case HubEffect.Show(BadgeOverview row) -> rows.put(row.key(), row);
        case HubEffect.Hide(String key) -> rows.remove(key);
        case HubEffect.ShowFleet(FleetCounts newest) -> counts = newest;
        case HubEffect.Note(HubNote note) -> notes.add(note);
      }
    }
  }

  /** Every sequence that the store holds of a device's epoch, with repeats. */
  List<Long> stored(DeviceId device, long epoch) {
    List<Long> sequences = new ArrayList<>();
    for (Write.Chunk chunk : store.chunks(device, epoch)) {
      var decoded = io.baedge.model.codec.SampleColumns.decode(chunk.columns());
      if (decoded instanceof io.baedge.model.codec.Decoded.Ok<List<Sample>>(var samples)) {
        samples.forEach(sample -> sequences.add(sample.sequence()));
      } else {
        throw new AssertionError("chunk cannot be read: " + decoded);
      }
    }
    return sequences;
  }
}
