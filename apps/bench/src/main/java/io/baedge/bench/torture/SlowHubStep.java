package io.baedge.bench.torture;

import io.baedge.bench.torture.Badge.Outbox;
import io.baedge.cli.api.HubApi;
import java.util.Optional;

/// Stops a hub in the middle of everything, as a disk that hangs does, and lets it go on.
final class SlowHubStep implements Step {
  private static final int BADGES = 3;

  @Override
  public String name() {
    return "slow-hub";
  }

  @Override
  public Optional<String> missing() {
    return Shell.missing("sqlite3", "kill");
  }

  @Override
  public void run(Room room, Tally tally) throws InterruptedException, TortureFailed {
    try (Fleet fleet =
        Fleet.start(
            room, BADGES, Hub.Start.PLAIN, (_, port) -> Badge.Start.at("127.0.0.1:" + port))) {
      fleet.note();
      long attemptsBefore = attempts(fleet);
      fleet.hub().program().signal("STOP");
      Thread.sleep(room.plan().pauseMs());
      tally.expect(
          !fleet.hub().program().alive() || waiting(fleet) > 0,
          "a hub that stands still took records, so it did not stand still");
      tally.set("records that waited", waiting(fleet));
      fleet.hub().program().signal("CONT");
      fleet.untilShown();
      long attempts = attempts(fleet) - attemptsBefore;
      tally.set("stopped for s", room.plan().pauseMs() / 1_000);
      tally.set("attempts to connect", attempts);
      // The longest back-off of these badges is 1 s, and each may try once more at the end.
      long most = BADGES * (room.plan().pauseMs() / 500 + 2);
      tally.expect(attempts <= most, attempts + " attempts to connect, more than " + most);
      fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after the hub went on");
      fleet.settle(tally);
    }
  }

  private static long waiting(Fleet fleet) {
    return fleet.badges().stream()
        .mapToLong(badge -> badge.outbox().map(Outbox::waiting).orElse(0L))
        .sum();
  }

  private static long attempts(Fleet fleet) {
    return fleet.badges().stream()
        .mapToLong(badge -> HubApi.number(badge.uplink(), "attempts"))
        .sum();
  }
}
