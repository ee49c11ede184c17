package io.baedge.bench.torture;

import java.util.Optional;

/// Kills an external broker that then has forgotten sessions, messages and the hub.
final class BrokerStep implements Step {
  private static final int BADGES = 3;
  private static final int MOST_KILLS = 10;
  private static final long BACK_LIMIT_MS = 60_000;

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public Optional<String> missing() {
    return Shell.missing("mosquitto", "sqlite3");
  }

  @Override
  public void run(Room room, Tally tally) throws InterruptedException, TortureFailed {
    try (var broker = new Broker(room)) {
      broker.start();
      Hub.Start start = Hub.Start.PLAIN.with("--mqtt.broker=mqtt://" + broker.address());
      try (Fleet fleet =
          Fleet.start(room, BADGES, start, (_, _) -> Badge.Start.at(broker.address()))) {
        for (int kill = 1; kill <= Math.min(room.plan().kills(), MOST_KILLS); kill++) {
          room.pause(300, 2_000);
          fleet.note();
          long before = fleet.ledger().acknowledged();
          broker.kill();
          room.pause(0, 1_000);
          broker.start();
          tally.add("kills of the broker", 1);
          boolean goesOn =
              Patience.within(
                  BACK_LIMIT_MS,
                  () -> {
                    fleet.note();
                    return fleet.badges().stream().allMatch(Badge::connected)
                        && fleet.ledger().acknowledged() > before;
                  });
          tally.expect(goesOn, "after kill " + kill + " of the broker: " + fleet.uplinks());
          fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after kill " + kill);
        }
        fleet.settle(tally);
      }
    }
  }
}
