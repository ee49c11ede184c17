package io.baedge.bench.torture;

import io.baedge.badgelinux.card.Card;
import io.baedge.badgelinux.card.CardListing;
import io.baedge.bench.torture.Badge.Outbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Copies the device below a badge's card and a hub's store at one moment, as a power cut leaves
/// it, and looks for what was said to be safe before.
final class PowerCutStep implements Step {
  private static final String STATE = "state";
  private static final long PROGRESS_LIMIT_MS = 60_000;

  @Override
  public String name() {
    return "power-cut";
  }

  @Override
  public Optional<String> missing() {
    return Disks.missingForPowerCuts();
  }

  @Override
  public void run(Room room, Tally tally) throws InterruptedException, TortureFailed {
    card(inside(room, "forced"), tally, true);
    card(inside(room, "unforced"), tally, false);
    hub(inside(room, "hub-store"), tally);
  }

  private static Room inside(Room room, String name) throws TortureFailed {
    return new Room(room.sub(name), room.plan(), room.random());
  }

  /// A badge whose hub has gone puts its records on the card.
  private static void card(Room room, Tally tally, boolean forced)
      throws InterruptedException, TortureFailed {
    List<String> options = forced ? List.of() : List.of("-Dbaedge.card.unforced=true");
    try (var disks = new Disks(room)) {
      Path place = disks.copyable("place");
      Path disk = disks.disk(place, "card", "64M");
      try (Fleet fleet =
          Fleet.start(
              room,
              1,
              Hub.Start.PLAIN,
              (_, port) -> new Badge.Start("127.0.0.1:" + port, List.of(), options, Map.of()),
              _ -> disk.resolve(STATE))) {
        fleet.hub().program().kill();
        Badge badge = fleet.badges().getFirst();
        long durable = 0;
        for (int copy = 1; copy <= room.plan().copies(); copy++) {
          durable = awaitMore(badge, durable);
          room.pause(0, 700);
          // First what it says, then the copy.
          Outbox said = badge.outbox().orElseThrow(() -> new TortureFailed("the badge is away"));
          Disks.PowerCut cut = disks.cut(place, "card");
          examine(cut, badge, said, tally, forced, copy);
          cut.close();
        }
        Outbox last = badge.outbox().orElseThrow(() -> new TortureFailed("the badge is away"));
        tally.set(prefix(forced) + "records durable in the end", last.durable());
      }
    }
    if (!forced) {
      tally.expect(
          tally.get("unforced: copies that lost records") == room.plan().copies(),
          "without forcing some copies lost nothing, so this test says little");
    }
  }

  private static String prefix(boolean forced) {
    return forced ? "forced: " : "unforced: ";
  }

  private static long awaitMore(Badge badge, long durable)
      throws InterruptedException, TortureFailed {
    Patience.until(
        PROGRESS_LIMIT_MS,
        () -> badge.outbox().filter(o -> o.durable() > durable).isPresent(),
        () -> "the badge puts more on its card: " + badge.outbox());
    return badge.outbox().map(Outbox::durable).orElse(durable);
  }

  private static void examine(
      Disks.PowerCut cut, Badge badge, Outbox said, Tally tally, boolean forced, int copy)
      throws InterruptedException, TortureFailed {
    String lost = lost(cut, badge, said);
    tally.add(prefix(forced) + "copies", 1);
    tally.add(prefix(forced) + "copies that lost records", lost.isEmpty() ? 0 : 1);
    if (forced) {
      tally.expect(lost.isEmpty(), "power cut " + copy + ": " + lost);
    }
  }

  /// What is not on the copy though it was said to be durable; empty when all is there.
  private static String lost(Disks.PowerCut cut, Badge badge, Outbox said)
      throws InterruptedException, TortureFailed {
    CardListing listing;
    try {
      listing = CardListing.of(cut.open().resolve(STATE));
    } catch (Card.Unusable e) {
      return String.valueOf(e.getMessage());
    }
    if (!listing.device().text().equals(badge.device())) {
      return "the copy is the card of " + listing.device();
    }
    if (listing.epoch() <= said.epoch()) {
      return "the next epoch is " + listing.epoch() + " after " + said.epoch();
    }
    long missing =
        said.durable()
            - said.acknowledged()
            - held(listing, said.epoch(), said.acknowledged() + 1, said.durable());
    return missing == 0 ? "" : missing + " records of " + said + ", found " + listing.epochs();
  }

  private static long held(CardListing listing, long epoch, long from, long to) {
    return listing.epochs().stream()
        .filter(e -> e.epoch() == epoch)
        .flatMap(e -> e.ranges().stream())
        .mapToLong(r -> Math.max(0, Math.min(r.to(), to) - Math.max(r.from(), from) + 1))
        .sum();
  }

  /// A hub under load acknowledges what its store has.
  private static void hub(Room room, Tally tally) throws InterruptedException, TortureFailed {
    try (var disks = new Disks(room)) {
      Path place = disks.copyable("place");
      Path disk = disks.disk(place, "hub", "256M");
      try (Fleet fleet =
          Fleet.start(room, 3, Hub.Start.PLAIN, (_, port) -> Badge.Start.at("127.0.0.1:" + port))) {
        for (int copy = 1; copy <= room.plan().copies(); copy++) {
          room.pause(100, 900);
          fleet.note();
          Disks.PowerCut cut = disks.cut(place, "hub");
          Path database = cut.open().resolve("hub.db");
          LedgerBook.Found found =
              fleet.ledger().check(database, room.directory(), LedgerBook.Claim.ACKNOWLEDGED);
          tally.add("hub: copies", 1);
          tally.set("hub: records acknowledged before the last copy", found.claimed());
          tally.expect(found.good(), "power cut " + copy + " of the hub: " + found);
          if (copy == room.plan().copies()) {
            counterCheck(fleet, tally, database, room);
          }
          cut.close();
        }
        tally.expect(disk.toFile().isDirectory(), "the disk of the hub is away");
        fleet.settle(tally);
      }
    }
  }

  /// What is acknowledged after the copy cannot be in it.
  private static void counterCheck(Fleet fleet, Tally tally, Path database, Room room)
      throws InterruptedException, TortureFailed {
    long before = fleet.ledger().acknowledged();
    boolean more =
        Patience.within(
            PROGRESS_LIMIT_MS,
            () -> {
              fleet.note();
              return fleet.ledger().acknowledged() > before;
            });
    LedgerBook.Found later =
        fleet.ledger().check(database, room.directory(), LedgerBook.Claim.ACKNOWLEDGED);
    tally.expect(more && later.missing() > 0, "an older copy was not noticed: " + later);
    tally.set("hub: counter-check missing", later.missing());
  }
}
