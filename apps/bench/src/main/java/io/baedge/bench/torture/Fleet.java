package io.baedge.bench.torture;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A hub and some badges, all as processes, handed out to people and under load.
final class Fleet implements AutoCloseable {
  private static final long SETTLE_LIMIT_MS = 120_000;
  private static final long FAST_MS = 100;
  private static final long SLOW_MS = 3_600_000;

  private final Room room;
  private final Hub hub;
  private final List<Badge> badges = new ArrayList<>();
  private final LedgerBook ledger = new LedgerBook();

  /// How badge number `n` of the fleet is started, when the hub listens on that port.
  interface BadgeStart {
    Badge.Start of(int number, int port);
  }

  private Fleet(Room room, Hub hub) {
    this.room = room;
    this.hub = hub;
  }

  /// Starts everything, hands the badges out, and returns when each shows its wearer and records
  /// come fast.
  static Fleet start(Room room, int size, Hub.Start hubStart, BadgeStart badgeStart)
      throws InterruptedException, TortureFailed {
    return start(room, size, hubStart, badgeStart, number -> room.sub("badge-" + number));
  }

  /// Where the state of a badge is.
  interface StatePlace {
    Path of(int number) throws TortureFailed;
  }

  static Fleet start(
      Room room, int size, Hub.Start hubStart, BadgeStart badgeStart, StatePlace place)
      throws InterruptedException, TortureFailed {
    var hub = new Hub(room.sub("hub"), room.directory().resolve("hub.log"), hubStart);
    var fleet = new Fleet(room, hub);
    try {
      hub.start();
      for (int i = 0; i < size; i++) {
        fleet.badges.add(
            new Badge(
                "badge-" + i,
                place.of(i),
                room.directory().resolve("badge-" + i + ".log"),
                badgeStart.of(i, hub.mqttPort())));
      }
      for (Badge badge : fleet.badges) {
        badge.start();
      }
      fleet.handOut();
      fleet.sampleEvery(FAST_MS);
      fleet.untilShown();
      return fleet;
    } catch (InterruptedException | TortureFailed | RuntimeException e) {
      fleet.close();
      throw e;
    }
  }

  private void handOut() throws InterruptedException, TortureFailed {
    var people = new StringBuilder("key,name\n");
    List<Doc> wanted = new ArrayList<>();
    for (Badge badge : badges) {
      people.append("p-").append(badge.name()).append(",Person of ").append(badge.name());
      people.append('\n');
      wanted.add(
          Doc.fields()
              .put("badge", badge.name())
              .put("wearer", "p-" + badge.name())
              .put("device", badge.device())
              .build());
    }
    hub.send(
        "POST",
        "/api/v1/people/import",
        new HubApi.Body("text/csv", people.toString().getBytes(StandardCharsets.UTF_8)));
    Patience.until(
        SETTLE_LIMIT_MS,
        () -> badges.stream().allMatch(Badge::connected),
        () -> "all badges connect; " + uplinks());
    hub.send(
        "POST", "/api/v1/badges", HubApi.Body.json(Doc.fields().put("badges", wanted).build()));
  }

  /// How often badges measure, from now on.
  void sampleEvery(long everyMs) throws TortureFailed {
    hub.send(
        "PATCH",
        "/api/v1/desired/site",
        HubApi.Body.json(
            Doc.fields()
                .put(
                    "cadence",
                    Doc.fields()
                        .put("sampleEveryMs", everyMs)
                        .put("contactEveryMs", 2_000)
                        .put("backoffCapMs", 1_000)
                        .put("reconnectWindowMs", 0)
                        .build())
                .build()));
  }

  /// Until the hub has every badge connected, without a difference, with its picture.
  void untilShown() throws InterruptedException, TortureFailed {
    Patience.until(
        SETTLE_LIMIT_MS,
        () -> badges.stream().allMatch(this::shown),
        () -> "all twins and pictures are there; " + hub.rows() + uplinks());
  }

  /// Whether the twin of a badge is as desired and its picture is that on the glass.
  boolean shown(Badge badge) {
    Optional<Doc.Fields> row = row(badge);
    if (row.isEmpty() || !HubApi.text(row.get(), "presence").equals("connected")) {
      return false;
    }
    String hash = HubApi.text(HubApi.fields(row.get(), "glass"), "hash");
    return HubApi.text(row.get(), "device").equals(badge.device())
        && HubApi.number(row.get(), "differences") == 0
        && hash.equals(badge.glass())
        && hub.hasPicture(hash);
  }

  /// The line of the console.
  Optional<Doc.Fields> row(Badge badge) {
    return hub.rows().stream()
        .filter(row -> HubApi.text(row, "badge").equals(badge.name()))
        .findFirst();
  }

  /// Notes what all badges believe now.
  void note() {
    badges.forEach(ledger::note);
  }

  /// Compares the ledger with the running hub's store and says what is wrong.
  LedgerBook.Found check(Tally tally, LedgerBook.Claim claim, String when)
      throws TortureFailed, InterruptedException {
    LedgerBook.Found found = ledger.check(hub.database(), room.directory(), claim);
    tally.expect(
        found.good(),
        when + ": " + found.missing() + " " + claim + " missing, " + found.twice() + " twice");
    return found;
  }

  /// Lets the load stop and everything arrive; then all that was taken must be there.
  void settle(Tally tally) throws InterruptedException, TortureFailed {
    sampleEvery(SLOW_MS);
    Patience.until(
        SETTLE_LIMIT_MS,
        () -> badges.stream().allMatch(b -> b.outbox().filter(o -> o.waiting() == 0).isPresent()),
        () -> "all records arrive; " + uplinks());
    note();
    untilShown();
    LedgerBook.Found found =
        ledger.check(hub.database(), room.directory(), LedgerBook.Claim.DURABLE);
    // What had to make room is gone for good, but counted and told.
    long evicted = badges.stream().mapToLong(Fleet::evicted).sum();
    tally.set("records that must be there", found.claimed());
    tally.set("missing", found.missing());
    tally.set("of these evicted and told", Math.min(evicted, found.missing()));
    tally.set("twice", found.twice());
    tally.expect(
        found.missing() <= evicted && found.twice() == 0,
        "at the end: " + found + ", of these only " + evicted + " evicted");
    check(tally, LedgerBook.Claim.ACKNOWLEDGED, "at the end");
    for (Badge badge : badges) {
      var now = badge.outbox();
      tally.expect(
          now.filter(o -> o.evicted() > 0 || o.acknowledged() == o.taken()).isPresent(),
          badge.name() + " has not everything acknowledged: " + now);
    }
    counterCheck(tally);
  }

  /// The same question to a copy of the store from which one row was taken and in which another was
  /// laid twice must find both.
  private void counterCheck(Tally tally) throws TortureFailed, InterruptedException {
    Path copy = room.directory().resolve("broken-on-purpose.db");
    Shell.run("sqlite3", hub.database().toString(), ".timeout 10000", ".backup '" + copy + "'");
    String columns =
        Shell.run(
            "sqlite3",
            copy.toString(),
            "SELECT group_concat(CASE name WHEN 'last_seq' THEN 'last_seq - 1' WHEN 'first_seq' THEN"
                + " 'first_seq - 1' ELSE name END) FROM pragma_table_info('telemetry_chunk')");
    Shell.run(
        "sqlite3",
        copy.toString(),
        "INSERT INTO telemetry_chunk SELECT "
            + columns
            // Where a chunk of one record lies before it, the shifted copy would have that one's
            // key.
            + " FROM telemetry_chunk a WHERE last_seq > first_seq AND NOT EXISTS (SELECT 1 FROM"
            + " telemetry_chunk b WHERE b.device = a.device AND b.epoch = a.epoch"
            + " AND b.first_seq = a.first_seq - 1) ORDER BY first_seq DESC LIMIT 1;"
            + " DELETE FROM telemetry_chunk WHERE rowid = (SELECT rowid FROM telemetry_chunk WHERE"
            // Of the newest start: that one is certainly in the ledger.
            + " first_seq = 1 ORDER BY received_ms DESC LIMIT 1)");
    LedgerBook.Found found = ledger.check(copy, room.directory(), LedgerBook.Claim.DURABLE);
    tally.expect(
        found.missing() > 0 && found.twice() > 0,
        "a store broken on purpose was not noticed: " + found);
    tally.set("counter-check missing", found.missing());
    tally.set("counter-check twice", found.twice());
  }

  private static long evicted(Badge badge) {
    return badge.outbox().map(Badge.Outbox::evicted).orElse(0L);
  }

  String uplinks() {
    var text = new StringBuilder();
    for (Badge badge : badges) {
      text.append(badge.name())
          .append(' ')
          .append(badge.outbox())
          .append(' ')
          .append(badge.uplink().values())
          .append("; ");
    }
    return text.toString();
  }

  Hub hub() {
    return hub;
  }

  List<Badge> badges() {
    return badges;
  }

  LedgerBook ledger() {
    return ledger;
  }

  @Override
  public void close() {
    badges.forEach(Badge::close);
    hub.close();
  }
}
