package io.baedge.bench.torture;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets the wall clock of a running badge and of a running hub jump by a year, there and back.
final class ClockStep implements Step {
  private static final List<String> LIBRARIES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib/arm-linux-gnueabihf/faketime/libfaketimeMT.so.1",
          "/usr/lib/faketime/libfaketimeMT.so.1",
          "/usr/lib64/faketime/libfaketimeMT.so.1");
  private static final List<String> JUMPS = List.of("+365d", "-365d", "+0d");
  private static final long LIMIT_MS = 60_000;

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Optional<String> missing() {
    return library().isPresent()
        ? Shell.missing("sqlite3")
        : Optional.of("not installed: faketime (libfaketimeMT.so.1)");
  }

  private static Optional<String> library() {
    return LIBRARIES.stream().filter(file -> Files.exists(Path.of(file))).findFirst();
  }

  @Override
  public void run(Room room, Tally tally) throws InterruptedException, TortureFailed {
    Path hubClock = room.directory().resolve("hub.clock");
    Path badgeClock = room.directory().resolve("badge.clock");
    set(hubClock, "+0d");
    set(badgeClock, "+0d");
    var hub = new Hub.Start(List.of(), List.of(), environment(hubClock));
    // The second badge has a right clock all the time.
    Fleet.BadgeStart badges =
        (number, port) ->
            new Badge.Start(
                "127.0.0.1:" + port,
                List.of(),
                List.of(),
                number == 0 ? environment(badgeClock) : Map.of());
    try (Fleet fleet = Fleet.start(room, 2, hub, badges)) {
      push(fleet, tally);
      for (String jump : JUMPS) {
        jump(fleet, tally, badgeClock, "the badge's clock by " + jump);
        tally.add("jumps of a badge", 1);
        tally.expect(pushed(fleet), "the push ended when the badge's clock went by " + jump);
      }
      for (String jump : JUMPS) {
        jump(fleet, tally, hubClock, "the hub's clock by " + jump);
        tally.add("jumps of the hub", 1);
      }
      fleet.settle(tally);
    }
  }

  private static void push(Fleet fleet, Tally tally) throws InterruptedException, TortureFailed {
    fleet
        .hub()
        .send(
            "POST",
            "/api/v1/screens/push",
            HubApi.Body.json(
                Doc.fields().put("screen", "hardware").put("forMs", 3_600_000).build()));
    boolean shows = Patience.within(LIMIT_MS, () -> pushed(fleet));
    tally.expect(shows, "the pushed screen never came: " + screens(fleet));
  }

  private static boolean pushed(Fleet fleet) {
    return fleet.badges().stream().allMatch(badge -> badge.screen().contains("hardware"));
  }

  private static List<String> screens(Fleet fleet) {
    return fleet.badges().stream().map(Badge::screen).toList();
  }

  /// Writes the jump, waits until somebody noticed time go on, and looks at everything.
  private static void jump(Fleet fleet, Tally tally, Path clock, String what)
      throws InterruptedException, TortureFailed {
    fleet.note();
    long before = fleet.ledger().acknowledged();
    String jump = what.substring(what.lastIndexOf(' ') + 1);
    set(clock, jump);
    // Longer than the interval after which a badge that fell silent is noticed.
    Thread.sleep(4_000);
    boolean goesOn =
        Patience.within(
            LIMIT_MS,
            () -> {
              fleet.note();
              return fleet.ledger().acknowledged() > before;
            });
    tally.expect(goesOn, what + ": nothing more is acknowledged; " + fleet.uplinks());
    tally.expect(fleet.hub().program().alive(), what + ": the hub ended");
    for (Badge badge : fleet.badges()) {
      tally.expect(badge.program().alive(), what + ": " + badge.name() + " ended");
      String presence = fleet.row(badge).map(row -> HubApi.text(row, "presence")).orElse("");
      tally.expect(
          presence.equals("connected"), what + ": " + badge.name() + " is '" + presence + "'");
    }
    fleet.check(tally, LedgerBook.Claim.ACKNOWLEDGED, what);
  }

  private static void set(Path clock, String jump) throws TortureFailed {
    try {
      Files.writeString(clock, jump + "\n");
    } catch (IOException e) {
      throw new TortureFailed(clock + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> environment(Path clock) {
    return Map.of(
        "LD_PRELOAD",
        library().orElse(""),
        "FAKETIME_TIMESTAMP_FILE",
        clock.toString(),
        "FAKETIME_NO_CACHE",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // Otherwise timed waits of a JVM end at once.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }
}
