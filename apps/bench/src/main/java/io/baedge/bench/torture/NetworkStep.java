package io.baedge.bench.torture;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Breaks the network of chosen badges. Each badge reaches the hub at an address of its own
/// (127.1.0.1, 127.1.0.2 and so on), so that packet rules can tell them apart.
final class NetworkStep implements Step {
  private static final int UNTOUCHED = 0;
  private static final int SILENT = 1;
  private static final int REFUSED = 2;
  private static final int LOSSY = 3;
  private static final int SLOW = 4;
  private static final int BADGES = 5;
  private static final long NOTICE_LIMIT_MS = 20_000;
  private static final long BACK_LIMIT_MS = 90_000;
  private static final String TABLE = "inet torture";

  @Override
  public String name() {
    return "network";
  }

  @Override
  public Optional<String> missing() {
    return Shell.notApart().or(() -> Shell.missing("nft", "sqlite3"));
  }

  @Override
  public void run(Room room, Tally tally) throws InterruptedException, TortureFailed {
    try (Fleet fleet =
        Fleet.start(
            room,
            BADGES,
            Hub.Start.PLAIN,
            (number, port) -> Badge.Start.at(address(number) + ":" + port))) {
      rules(room, fleet.hub().mqttPort());
      try {
        breakAll(room, fleet, tally);
        healByItself(room, fleet, tally);
        fleet.settle(tally);
      } finally {
        Shell.run("nft", "delete", "table", "inet", "torture");
      }
    }
  }

  private static String address(int number) {
    return "127.1.0." + (number + 1);
  }

  private static void rules(Room room, int port) throws InterruptedException, TortureFailed {
    List<String> rules =
        List.of(
            "table " + TABLE + " {",
            "  set silent { type ipv4_addr; flags timeout; }",
            "  set refused { type ipv4_addr; }",
            "  set lossy { type ipv4_addr; }",
            "  set slow { type ipv4_addr; }",
            "  counter silenced { }",
            "  counter rejected { }",
            "  counter lost { }",
            "  counter slowed { }",
            "  chain input {",
            "    type filter hook input priority 0; policy accept;",
            "    ip daddr @silent tcp dport " + port + " counter name silenced drop",
            "    ip saddr @silent tcp sport " + port + " counter name silenced drop",
            "    ip daddr @refused tcp dport "
                + port
                + " counter name rejected reject with tcp reset",
            "    ip daddr @lossy tcp dport "
                + port
                + " numgen random mod 100 < 30 counter name lost drop",
            "    ip daddr @slow tcp dport "
                + port
                + " limit rate over 200 bytes/second burst 400 bytes counter name slowed drop",
            "  }",
            "}");
    try {
      Path file = Files.write(room.directory().resolve("rules.nft"), rules);
      Shell.run("nft", "-f", file.toString());
    } catch (IOException e) {
      throw new TortureFailed("the rules cannot be written: " + e.getMessage(), e);
    }
  }

  private static void breakAll(Room room, Fleet fleet, Tally tally)
      throws InterruptedException, TortureFailed {
    long cutNs = System.nanoTime();
    set("add", "silent", SILENT, "");
    set("add", "refused", REFUSED, "");
    set("add", "lossy", LOSSY, "");
    set("add", "slow", SLOW, "");
    boolean noticed =
        Patience.within(NOTICE_LIMIT_MS, () -> !presence(fleet, SILENT).equals("connected"));
    tally.set("silent cut noticed after ms", (System.nanoTime() - cutNs) / 1_000_000);
    tally.expect(noticed, "a badge whose packets vanish still counts as connected");
    tally.expect(
        Patience.within(NOTICE_LIMIT_MS, () -> !presence(fleet, REFUSED).equals("connected")),
        "a badge that is refused still counts as connected");
    while (System.nanoTime() - cutNs < room.plan().pauseMs() * 1_000_000) {
      for (int cut : List.of(SILENT, REFUSED)) {
        tally.expect(
            !presence(fleet, cut).equals("connected"),
            "badge-" + cut + " counts as connected though nothing of it comes through");
      }
      tally.expect(
          presence(fleet, UNTOUCHED).equals("connected"),
          "the badge that nobody touched is " + presence(fleet, UNTOUCHED));
      fleet.note();
      tally.add("looks during the cut", 1);
      Thread.sleep(500);
    }
    set("delete", "silent", SILENT, "");
    set("delete", "refused", REFUSED, "");
    set("delete", "lossy", LOSSY, "");
    set("delete", "slow", SLOW, "");
    awaitBack(fleet, tally, "back after ms");
    for (String counter : List.of("silenced", "rejected", "lost", "slowed")) {
      long packets = packets(counter);
      tally.set("packets " + counter, packets);
      tally.expect(
          packets > 0, "the rule for '" + counter + "' met nothing, so nothing was tested");
    }
    fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, "after the cut");
  }

  /// The rule runs out without anybody doing anything.
  private static void healByItself(Room room, Fleet fleet, Tally tally)
      throws InterruptedException, TortureFailed {
    long seconds = Math.max(4, room.plan().pauseMs() / 2_000);
    set("add", "silent", SILENT, " timeout " + seconds + "s");
    boolean noticed =
        Patience.within(seconds * 1_000, () -> !presence(fleet, SILENT).equals("connected"));
    tally.expect(noticed, "a cut of " + seconds + " s was not noticed");
    awaitBack(fleet, tally, "back after a cut that healed by itself, ms");
  }

  private static void awaitBack(Fleet fleet, Tally tally, String count)
      throws InterruptedException {
    long healedNs = System.nanoTime();
    boolean back =
        Patience.within(
            BACK_LIMIT_MS,
            () ->
                fleet.badges().stream().allMatch(Badge::connected)
                    && fleet.hub().rows().stream()
                        .allMatch(row -> HubApi.text(row, "presence").equals("connected")));
    tally.set(count, (System.nanoTime() - healedNs) / 1_000_000);
    tally.expect(back, "not all are back: " + fleet.uplinks() + fleet.hub().rows());
  }

  private static String presence(Fleet fleet, int number) {
    return fleet
        .row(fleet.badges().get(number))
        .map((Doc.Fields row) -> HubApi.text(row, "presence"))
        .orElse("unknown");
  }

  private static void set(String verb, String set, int badge, String more)
      throws InterruptedException, TortureFailed {
    Shell.run("nft", verb, "element", "inet", "torture", set, "{ " + address(badge) + more + " }");
  }

  private static long packets(String counter) throws InterruptedException, TortureFailed {
    String said = Shell.run("nft", "list", "counter", "inet", "torture", counter);
    return Long.parseLong(said.replaceAll("(?s).*packets (\\d+).*", "$1"));
  }
}
