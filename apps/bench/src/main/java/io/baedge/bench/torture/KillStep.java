package io.baedge.bench.torture;

import java.util.Optional;

/// Kills hub and badges in turn, without a warning, while records come fast.
final class KillStep implements Step {
  private static final int BADGES = 4;
  private static final long BACK_LIMIT_MS = 60_000;

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public Optional<String> missing() {
    return Shell.missing("sqlite3");
  }

  @Override
  public void run(Room room, Tally tally) throws InterruptedException, TortureFailed {
    int badges = Math.clamp(room.plan().kills() / 2, 1, BADGES);
    try (Fleet fleet =
        Fleet.start(
            room, badges, Hub.Start.PLAIN, (_, port) -> Badge.Start.at("127.0.0.1:" + port))) {
      for (int kill = 1; kill <= room.plan().kills(); kill++) {
        room.pause(100, 1_200);
        if (kill % 2 == 1) {
          killHub(fleet, tally, kill);
        } else {
          killBadge(fleet, tally, kill, room.random().nextInt(badges));
        }
      }
      fleet.settle(tally);
      tally.set("epochs", fleet.ledger().epochs());
    }
  }

  private static void killHub(Fleet fleet, Tally tally, int kill)
      throws InterruptedException, TortureFailed {
    fleet.note();
    long before = fleet.ledger().acknowledged();
    fleet.hub().program().kill();
    tally.add("kills of the hub", 1);
    fleet.hub().start();
    fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after kill " + kill + " (hub)");
    // Under load means that something is acknowledged between two kills.
    boolean goesOn =
        Patience.within(
            BACK_LIMIT_MS,
            () -> {
              fleet.note();
              return fleet.ledger().acknowledged() > before;
            });
    tally.expect(goesOn, "after kill " + kill + " (hub) nothing more was acknowledged");
  }

  private static void killBadge(Fleet fleet, Tally tally, int kill, int victim)
      throws InterruptedException, TortureFailed {
    Badge badge = fleet.badges().get(victim);
    String glass = badge.glass();
    fleet.note();
    badge.program().kill();
    tally.add("kills of a badge", 1);
    badge.start();
    String again = badge.glass();
    tally.expect(
        again.equals(glass),
        "after kill " + kill + " " + badge.name() + " shows " + again + " instead of " + glass);
    fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after kill " + kill + " (badge)");
    boolean back = Patience.within(BACK_LIMIT_MS, badge::connected);
    tally.expect(back, "after kill " + kill + " " + badge.name() + " does not come back");
  }
}
