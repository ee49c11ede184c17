package io.baedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.cli.Cli.Said;
import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands against a real hub. Each test uses badges and people of its own. */
class OperatorCommandsTest {
  private static final String DEVICE = "abcdefghijklmn23";
  private static final Path CONFERENCE = Path.of("../../examples/conference");

  @TempDir static Path directory;
  private static RunningHub hub;

  @BeforeAll
  static void open() throws Exception {
    hub = RunningHub.start(directory.resolve("data"));
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @Test
  void a_badge_is_made_handed_out_shown_returned_and_retired() throws Exception {
    importPeople("key,name\nada,Ada Lovelace\n");
    assertThat(hub.run("badges", "create", "first", "--label", "crew").words())
        .isEqualTo("1 created, 0 changed, 0 unchanged");
    Said handed = hub.run("badges", "assign", "first", "--device", DEVICE, "--wearer", "ada");
    assertThat(handed.words()).isEqualTo("first: device " + DEVICE + ", worn by ada");

    Doc.Fields shown = hub.run("badges", "show", "first", "--json").document();
    assertThat(HubApi.text(shown, "device")).isEqualTo(DEVICE);
    assertThat(HubApi.text(HubApi.fields(shown, "wearer"), "name")).isEqualTo("Ada Lovelace");
    assertThat(hub.run("badges", "show", "first").words())
        .contains("wearer.name", "Ada Lovelace", "labels", "crew");
    assertThat(hub.run("badges", "list", "lovelace").words())
        .contains("KEY", "NAME", "Ada Lovelace", DEVICE)
        .endsWith("1 badge");
    assertThat(hub.run("badges", "list", "--label", "nobody").words()).endsWith("0 badges");
    assertThat(hub.run("attendees", "list", "ada").words()).contains("first").endsWith("1 person");

    assertThat(hub.run("badges", "return", "first", "--wearer").words())
        .isEqualTo("first: no device, worn by nobody");
    assertThat(hub.run("badges", "retire", "first").code()).isEqualTo(Main.OK);
    Said gone = hub.run("badges", "show", "first");
    assertThat(gone.code()).isEqualTo(Main.FAILED);
    assertThat(gone.err()).startsWith("baedge badges show: ").contains("first");
  }

  @Test
  void the_history_of_a_badge_says_how_unsure_its_times_are() {
    hub.run("badges", "create", "quiet").words();
    assertThat(hub.run("badges", "history", "quiet", "--for", "1h").words())
        .isEqualTo("nothing was measured in this span");
    assertThat(BadgeHistory.unsure(Doc.fields().put("uncertaintyMs", 1_240).build()))
        .isEqualTo("1.2 s");
    assertThat(BadgeHistory.unsure(Doc.Fields.EMPTY)).isEqualTo("or earlier");
  }

  @Test
  void a_device_is_listed_with_its_claim_code_and_its_badge() {
    String device = "zzzzefghijklmn23";
    hub.run("badges", "create", "known", "--device", device).words();
    assertThat(hub.run("devices", "list").words()).contains("CLAIM CODE", device, "known");
    Doc.Fields shown = hub.run("devices", "show", device, "--json").document();
    assertThat(HubApi.text(shown, "badge")).isEqualTo("known");
    assertThat(hub.run("devices", "show", device).words()).contains("claimCode");
    Said busy = hub.run("devices", "free", device);
    assertThat(busy.code()).isEqualTo(Main.FAILED);
    assertThat(busy.err()).contains("speaks for badge 'known'; return it");
  }

  @Test
  void attendees_are_tried_first_and_imported_then_with_their_columns_mapped() throws Exception {
    Path list = Files.writeString(directory.resolve("mapped.csv"), "Nr,Who\n7,Grace Hopper\n");
    String[] wanted = {
      "attendees", "import", list.toString(), "--map", "key=Nr", "--map", "name=Who", "--dry-run"
    };
    assertThat(hub.run(wanted).words()).startsWith("nothing was changed").contains("Grace Hopper");
    assertThat(hub.run("attendees", "list", "hopper").words()).endsWith("0 people");

    String[] real = java.util.Arrays.copyOf(wanted, wanted.length - 1);
    assertThat(hub.run(real).words()).contains("created").contains("Grace Hopper");
    assertThat(hub.run("attendees", "list", "hopper").words()).endsWith("1 person");
  }

  @Test
  void the_example_schedule_is_imported_with_its_speakers() {
    String file = CONFERENCE.resolve("schedule.json").toString();
    Doc.Fields tried =
        hub.run("schedule", "import", file, "--dry-run", "--speakers", "--json").document();
    assertThat(HubApi.number(tried, "sessions")).isGreaterThan(10);
    assertThat(HubApi.list(hub.run("schedule", "show", "--json").document(), "sessions")).isEmpty();

    assertThat(hub.run("schedule", "import", file, "--speakers").words()).contains("sessions");
    Doc.Fields schedule = hub.run("schedule", "show", "--json").document();
    assertThat(HubApi.list(schedule, "sessions")).hasSize((int) HubApi.number(tried, "sessions"));
    assertThat(hub.run("schedule", "show").words()).contains("ROOM", "TITLE");
  }

  @Test
  void screens_are_listed_pushed_and_released() {
    assertThat(hub.run("screens", "list").words().lines()).contains("wearer", "schedule");
    hub.run("badges", "create", "pushed").words();
    Said pushed = hub.run("screens", "push", "schedule", "--badge", "pushed", "--for", "10m");
    assertThat(pushed.words()).isEqualTo("on glass 0, on the way 0, not heard 1");
    assertThat(hub.run("badges", "show", "pushed", "--json").out()).contains("\"schedule\"");
    assertThat(hub.run("screens", "release", "--badge", "pushed").code()).isEqualTo(Main.OK);
  }

  @Test
  void an_announcement_is_made_listed_and_withdrawn() {
    Doc.Fields made =
        hub.run("announce", "Lunch is ready", "in the yard", "--for", "5m", "--json").document();
    String id = HubApi.text(made, "id");
    assertThat(hub.run("announce", "list").words()).contains(id, "Lunch is ready", "site");
    assertThat(hub.run("announce", "withdraw", id).words())
        .isEqualTo("announcement " + id + " is withdrawn");
    assertThat(hub.run("announce", "list").words()).isEqualTo("no announcements");
  }

  @Test
  void many_badges_are_listed_over_several_pages() {
    List<String> args = new java.util.ArrayList<>(List.of("badges", "create"));
    for (int i = 0; i < 450; i++) {
      args.add("page-" + i);
    }
    hub.run(args.toArray(String[]::new)).words();
    Doc.Fields listed = hub.run("badges", "list", "--json").document();
    assertThat(HubApi.list(listed, "badges"))
        .extracting(row -> HubApi.text(row, "key"))
        .doesNotHaveDuplicates()
        .contains("page-0", "page-449");
  }

  @Test
  void a_refusal_of_the_hub_is_its_sentence_and_exit_code_1() {
    Said unknown = hub.run("badges", "identify", "nobody-there");
    assertThat(unknown.code()).isEqualTo(Main.FAILED);
    assertThat(unknown.out()).contains("not nobody-there: ");
    Said wrong = hub.run("badges", "create", "Not A Badge");
    assertThat(wrong.code()).isEqualTo(Main.FAILED);
    assertThat(wrong.err().lines()).singleElement().asString().contains("badge", "Not A Badge");
    Said screen = hub.run("screens", "push", "wearre", "--all");
    assertThat(screen.code()).isEqualTo(Main.FAILED);
    assertThat(screen.err()).contains("wearre").contains("wearer");
  }

  private void importPeople(String csv) throws Exception {
    Path list = Files.writeString(Files.createTempFile(directory, "people", ".csv"), csv);
    hub.run("attendees", "import", list.toString()).words();
  }
}
