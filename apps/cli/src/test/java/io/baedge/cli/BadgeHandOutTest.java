package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.screen.ScreenView;
import io.baedge.badgelinux.BadgeProcess;
import io.baedge.badgelinux.config.BadgeConfigReader;
import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A badge's first day, with a real hub, real badges and the commands of the desk. */
class BadgeHandOutTest {
  @TempDir Path directory;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @Test
  void a_claimed_badge_shows_its_wearer_and_a_swap_moves_it_to_the_other_board() throws Exception {
    try (RunningHub hub = RunningHub.start(directory.resolve("hub"));
        BadgeProcess first = badge(hub, "first");
        BadgeProcess second = badge(hub, "second")) {
      untilShows(first, "claim");
      untilShows(second, "claim");
      untilKnown(hub, first);
      untilKnown(hub, second);
      Path people = Files.writeString(directory.resolve("p.csv"), "key,name\nada,Ada Lovelace\n");
      hub.run("attendees", "import", people.toString()).words();
      hub.run("badges", "create", "desk-1").words();

      String code = first.device().claimCode();
      hub.run("badges", "assign", "desk-1", "--device", code, "--wearer", "ada").words();
      untilShows(first, "wearer");
      String picture = untilReported(hub, first);

      hub.run("badges", "replace", "desk-1", second.device().claimCode()).words();
      untilShows(second, "wearer");
      untilShows(first, "replaced");
      assertThat(untilReported(hub, second)).isEqualTo(picture);
    }
  }

  private BadgeProcess badge(RunningHub hub, String name) throws Exception {
    Map<String, String> flags =
        Map.of(
            "state", directory.resolve(name).toString(),
            "panel", "emulated:2in9_V2",
            "panel_pace", "0",
            "http.port", "0",
            "http.bind", "127.0.0.1",
            "hubs", hub.mqttAddress());
    var usable =
        (BadgeConfigReader.Result.Usable) new BadgeConfigReader(flags, Map.of()).read("", "");
    return BadgeProcess.start(
        usable.config(), usable.settings(), new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  private void untilShows(BadgeProcess badge, String screen) throws InterruptedException {
    Cli.until(
        () -> {
          ScreenView view = badge.view().screen();
          return view.glass().screen().equals(screen) && view.work() == ScreenView.Work.SETTLED;
        },
        () -> "the badge shows " + badge.view().screen() + "\n" + log);
  }

  /** Until the hub has heard of the device, so that its claim code can be found. */
  private static void untilKnown(RunningHub hub, BadgeProcess badge) throws InterruptedException {
    String code = badge.device().claimCode();
    Cli.until(
        () -> hub.run("devices", "list", "--unclaimed").out().contains(code),
        () -> hub.run("devices", "list").out());
  }

  /** Until the hub knows what is on the glass of the badge; the picture's hash. */
  private static String untilReported(RunningHub hub, BadgeProcess badge)
      throws InterruptedException {
    Cli.until(
        () -> glass(hub).equals(badge.view().screen().glass().hash()),
        () -> hub.run("badges", "show", "desk-1").out());
    return glass(hub);
  }

  private static String glass(RunningHub hub) {
    Doc.Fields shown = hub.run("badges", "show", "desk-1", "--json").document();
    return HubApi.text(HubApi.fields(shown, "glass"), "hash");
  }
}
