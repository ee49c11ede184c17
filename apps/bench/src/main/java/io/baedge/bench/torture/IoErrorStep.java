package io.baedge.bench.torture;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets some writes and forces of a badge fail, as a worn card does (libfiu).
final class IoErrorStep implements Step {
  private static final int BADGES = 2;
  private static final long OFFLINE_LIMIT_MS = 90_000;

  @Override
  public String name() {
    return "io-errors";
  }

  @Override
  public Optional<String> missing() {
    return Shell.missing("fiu-run", "sqlite3");
  }

  @Override
  public void run(Room room, Tally tally) throws InterruptedException, TortureFailed {
    List<String> broken =
        List.of(
            Shell.find("fiu-run").map(Object::toString).orElse("fiu-run"),
            "-x",
            "-f",
            room.directory().resolve("fiu").toString(),
            "-c",
            point("rw/pwrite", 28),
            "-c",
            point("sync/fsync", 5),
            "-c",
            point("sync/fdatasync", 5));
    makeIdentity(room);
    // One badge on a worn card, one on a good one.
    try (Fleet fleet =
        Fleet.start(
            room,
            BADGES,
            Hub.Start.PLAIN,
            (number, port) ->
                new Badge.Start(
                    "127.0.0.1:" + port, number == 0 ? broken : List.of(), List.of(), Map.of()))) {
      Badge worn = fleet.badges().getFirst();
      for (int outage = 1; outage <= 3; outage++) {
        fleet.note();
        fleet.hub().program().kill();
        long durable = worn.outbox().map(Badge.Outbox::durable).orElse(0L);
        boolean kept =
            Patience.within(
                OFFLINE_LIMIT_MS,
                () -> worn.outbox().filter(o -> o.durable() > durable).isPresent());
        tally.add("outages", 1);
        tally.add("outages in which the worn card took records", kept ? 1 : 0);
        tally.expect(worn.program().alive(), "the badge ended: " + worn.program().lastWords());
        if (outage > 1) {
          fleet.note();
          worn.program().kill();
          worn.start();
          tally.add("kills of the badge", 1);
        }
        fleet.hub().start();
        fleet.untilShown();
        fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after outage " + outage);
      }
      tally.expect(
          tally.get("outages in which the worn card took records") > 0,
          "the worn card never took anything");
      fleet.settle(tally);
    }
  }

  /// A device begins its life on a card that works; without an identity no badge can start.
  private static void makeIdentity(Room room) throws InterruptedException, TortureFailed {
    try (var badge =
        new Badge(
            "badge-0",
            room.sub("badge-0"),
            room.directory().resolve("badge-0.log"),
            Badge.Start.at(""))) {
      badge.start();
    }
  }

  private static String point(String name, int errno) {
    return "enable_random name=posix/io/" + name + ",probability=0.1,failinfo=" + errno;
  }
}
