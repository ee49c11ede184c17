package io.baedge.bench.torture;

import io.baedge.bench.torture.Badge.Outbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Takes the space below a running badge and a running hub, and the right to write; gives both
/// back.
final class DiskFullStep implements Step {
  private static final long NOTICE_LIMIT_MS = 120_000;
  private static final long RECOVER_LIMIT_MS = 180_000;
  private static final String BALLAST = "ballast";

  @Override
  public String name() {
    return "disk-full";
  }

  @Override
  public Optional<String> missing() {
    return Shell.notApart().or(() -> Shell.missing("mount", "sqlite3"));
  }

  @Override
  public void run(Room room, Tally tally) throws InterruptedException, TortureFailed {
    try (var disks = new Disks(room)) {
      // What the directory of a badge needs, and the one of a hub.
      Path card = disks.memory("card", "4M");
      Path store = disks.memory("hub", "16M");
      try (Fleet fleet =
          Fleet.start(
              room,
              1,
              Hub.Start.PLAIN,
              (_, port) -> Badge.Start.at("127.0.0.1:" + port),
              _ -> card.resolve("state"))) {
        fullCard(fleet, tally, card);
        fullStore(fleet, tally, store);
        fleet.settle(tally);
        readOnlyCard(fleet, tally, disks, card);
      }
    }
  }

  private static void fullCard(Fleet fleet, Tally tally, Path card)
      throws InterruptedException, TortureFailed {
    Badge badge = fleet.badges().getFirst();
    fleet.hub().program().kill();
    fill(card);
    said(badge, tally, "a full card");
    // Saying is one thing; the badge must also go on measuring.
    long taken = badge.outbox().map(Outbox::taken).orElse(0L);
    tally.expect(
        Patience.within(
            NOTICE_LIMIT_MS, () -> badge.outbox().filter(o -> o.taken() > taken).isPresent()),
        "the badge takes nothing more on a full card");
    free(card);
    recovered(badge, tally, "a card with room again");
    fleet.hub().start();
    fleet.untilShown();
    fleet.note();
    fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after a full card");
    tally.add("cards filled", 1);
  }

  private static void readOnlyCard(Fleet fleet, Tally tally, Disks disks, Path card)
      throws InterruptedException, TortureFailed {
    Badge badge = fleet.badges().getFirst();
    fleet.hub().program().kill();
    badge.program().kill();
    disks.remount(card, "ro");
    badge.start();
    said(badge, tally, "a card that cannot be written");
    fleet.hub().start();
    fleet.untilShown();
    tally.expect(badge.connected(), "a badge on a read-only card does not talk to the hub");
    badge.program().kill();
    disks.remount(card, "rw");
    badge.start();
    tally.expect(
        badge.outbox().filter(o -> o.card().equals("ok")).isPresent(),
        "the card can be written again and the badge says " + badge.outbox());
    tally.expect(
        Patience.within(
            RECOVER_LIMIT_MS,
            () -> badge.outbox().filter(o -> o.taken() > 0 && o.waiting() == 0).isPresent()),
        "the card can be written again and records wait: " + badge.outbox());
    fleet.note();
    fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after a read-only card");
    tally.add("cards made read-only", 1);
  }

  private static void said(Badge badge, Tally tally, String what) throws InterruptedException {
    boolean said =
        Patience.within(
            NOTICE_LIMIT_MS, () -> badge.outbox().filter(o -> !o.card().equals("ok")).isPresent());
    tally.expect(said, what + " is not in the status: " + badge.outbox());
    tally.expect(badge.program().alive(), what + " ended the badge");
    tally.expect(
        badge.program().lastWords().contains("card")
            || badge.program().lastWords().contains("cannot be"),
        what + " is not in the log: " + badge.program().lastWords());
  }

  private static void recovered(Badge badge, Tally tally, String what) throws InterruptedException {
    long durable = badge.outbox().map(Outbox::durable).orElse(0L);
    boolean better =
        Patience.within(
            RECOVER_LIMIT_MS,
            () ->
                badge
                    .outbox()
                    .filter(o -> o.durable() > durable && o.card().equals("ok"))
                    .isPresent());
    tally.expect(better, what + " is not used: " + badge.outbox());
  }

  private static void fullStore(Fleet fleet, Tally tally, Path store)
      throws InterruptedException, TortureFailed {
    Hub hub = fleet.hub();
    fleet.note();
    fill(store);
    boolean said = Patience.within(NOTICE_LIMIT_MS, () -> hub.log().contains("is full"));
    tally.expect(said, "a full store is not in the hub's log: " + hub.program().lastWords());
    fleet.note();
    Thread.sleep(3_000);
    boolean ended = !hub.program().alive();
    tally.set("hub ended with a sentence when its disk was full", ended ? 1 : 0);
    if (ended) {
      tally.expect(
          hub.program().lastWords().contains("is full"),
          "the hub ended without its sentence: " + hub.program().lastWords());
    }
    free(store);
    if (!Patience.within(10_000, hub::ready)) {
      // As a service manager does.
      hub.program().kill();
      hub.start();
    }
    fleet.untilShown();
    fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after a full store");
    tally.add("stores filled", 1);
  }

  /// Fills a file system to its last byte.
  private static void fill(Path disk) {
    byte[] block = new byte[4_096];
    try (OutputStream out = Files.newOutputStream(disk.resolve(BALLAST))) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // Full, as wanted; what is left over is less than a block.
      return;
    }
  }

  private static void free(Path disk) throws TortureFailed {
    try {
      Files.delete(disk.resolve(BALLAST));
    } catch (IOException e) {
      throw new TortureFailed("the ballast stays: " + e.getMessage(), e);
    }
  }
}
