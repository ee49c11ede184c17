package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.work.Workload;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Command;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Reported;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DesiredTest {
  private final Bench bench = new Bench(21);

  private void hear(Desired desired) {
    bench.tell(new BadgeEvent.Heard(desired));
  }

  private Reported reported() {
    bench.run(3_000);
    return bench.hub.reported.orElseThrow();
  }

  @Test
  void what_is_applied_is_saved_and_reported() {
    bench.start().run(1_000);
    Desired wanted = Wanted.revision(4).build();
    hear(wanted);
    assertThat(bench.files.get(BadgeMemory.DESIRED)).isEqualTo(MessageCodec.encode(wanted));
    Reported reported = reported();
    assertThat(reported.applied()).isEqualTo(new Revision(1, 4));
    assertThat(reported.token()).isEqualTo(wanted.token());
    assertThat(reported.state().values())
        .containsAllEntriesOf(DesiredDoc.write(wanted.state()).values())
        .containsKey("tiers");
    assertThat(reported.refusal()).isEmpty();
  }

  @Test
  void an_older_revision_is_never_applied() {
    bench.start().run(1_000);
    Wanted newer = Wanted.revision(7);
    newer.wearer = "Newer";
    hear(newer.build());
    hear(Wanted.revision(6).build());
    assertThat(bench.view().desired().applied()).isEqualTo(newer.build());
    assertThat(bench.view().desired().counters().stale()).isEqualTo(1);
  }

  @Test
  void a_restored_store_orders_after_the_one_before() {
    bench.start().run(1_000);
    hear(Wanted.revision(90).build());
    Wanted restored = Wanted.revision(3);
    restored.generation = 2;
    hear(restored.build());
    hear(Wanted.revision(91).build());
    assertThat(bench.view().desired().applied().revision()).isEqualTo(new Revision(2, 3));
  }

  @Test
  void the_switchable_fault_takes_on_older_revisions() {
    bench.settings = bench.settings.withFaults(List.of(BadgeFault.NO_FENCING));
    bench.start().run(1_000);
    hear(Wanted.revision(7).build());
    hear(Wanted.revision(6).build());
    assertThat(bench.view().desired().applied().revision().n()).isEqualTo(6);
  }

  @Test
  void the_same_revision_twice_changes_nothing() {
    bench.start().run(1_000);
    hear(Wanted.revision(7).build());
    bench.run(60_000);
    bench.effects.clear();
    hear(Wanted.revision(7).build());
    assertThat(bench.effects).isEmpty();
  }

  @Test
  void an_invalid_revision_is_refused_as_a_whole_with_a_reason() {
    bench.start().run(1_000);
    hear(Wanted.revision(1).build());
    Wanted bad = Wanted.revision(2);
    bad.wearer = "Somebody";
    bad.zone = "Mars/Olympus";
    hear(bad.build());
    Reported reported = reported();
    assertThat(reported.applied().n()).isEqualTo(1);
    assertThat(reported.refusal().orElseThrow().revision().n()).isEqualTo(2);
    assertThat(reported.refusal().orElseThrow().reason())
        .contains("conference.zone is 'Mars/Olympus'");
    hear(Wanted.revision(3).build());
    assertThat(reported().refusal()).isEmpty();
  }

  @Test
  void each_kind_of_invalid_state_names_its_field() {
    bench.start().run(1_000);
    List<Wanted> bad = new ArrayList<>();
    for (int n = 1; n <= 3; n++) {
      bad.add(Wanted.revision(n));
    }
    bad.get(0).zone = "Mars/Olympus";
    bad.get(1).badge = "";
    bad.get(2).sessions = List.of(new Session("", "Backwards", "", 20, 10));
    List<String> reasons = new ArrayList<>();
    for (Wanted wanted : bad) {
      hear(wanted.build());
      reasons.add(bench.view().desired().refusal().orElseThrow().reason());
    }
    assertThat(reasons.get(0)).startsWith("conference.zone is 'Mars/Olympus'");
    assertThat(reasons.get(1)).contains("badge is missing");
    assertThat(reasons.get(2)).startsWith("session 'Backwards'");
    assertThat(bench.view().desired().applied().revision()).isEqualTo(Revision.NONE);
  }

  @Test
  void after_a_restart_without_a_hub_the_badge_is_what_it_was() {
    bench.hub.desired = Optional.of(Wanted.revision(5).build());
    bench.start().run(60_000);
    bench.powerCut();
    bench.hubUp = false;
    bench.start();
    assertThat(bench.view().desired().applied()).isEqualTo(Wanted.revision(5).build());
  }

  @Test
  void files_that_cannot_be_read_are_ignored_and_told() {
    for (String name : BadgeMemory.FILES) {
      bench.files.put(name, "no such thing".getBytes(StandardCharsets.UTF_8));
    }
    bench.start().run(5_000);
    assertThat(bench.effects(BadgeEffect.Log.class)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(bench.view().desired().applied().state()).isEqualTo(DesiredState.UNCLAIMED);
    assertThat(bench.view().screen().glass().screen()).isEqualTo("claim");
  }

  @Test
  void every_truncation_of_every_file_is_survived() {
    bench.boot = "boot-1";
    List<Workload> workloads =
        List.of(Workload.of("game").stoppedAfter(1_000, Workload.Back.START));
    bench.settings =
        bench.settings.withBounds(
            BadgeSettings.Bounds.DEFAULT
                .withWorkloads(workloads)
                .withValues(List.of(ValuesTest.file("lunch"))));
    bench.hub.desired = Optional.of(Wanted.revision(5).build());
    bench.start().run(60_000);
    bench.ask(new LocalCommand.WriteScreen("nomad"));
    bench.ask(new LocalCommand.PutValue("a.b", "c"));
    hearCommand("c1");
    bench.run(120_000);
    assertThat(bench.files.keySet()).containsExactlyElementsOf(BadgeMemory.FILES);
    for (String name : BadgeMemory.FILES) {
      byte[] whole = bench.files.get(name);
      for (int length = 0; length < whole.length; length += 1 + length / 16) {
        var again = new Bench(length);
        again.settings = bench.settings;
        again.files.putAll(bench.files);
        again.files.put(name, java.util.Arrays.copyOf(whole, length));
        again.start().run(10_000);
        assertThat(again.view().screen().glass().hash()).isNotEmpty();
      }
    }
  }

  private void hearCommand(String id) {
    bench.tell(new BadgeEvent.Heard(new Command(id, Command.Kind.IDENTIFY, 60_000)));
  }

  @Test
  void a_command_is_carried_out_once_also_over_a_restart() {
    bench.hub.desired = Optional.of(Wanted.revision(5).build());
    bench.start().run(60_000);
    hearCommand("c1");
    hearCommand("c1");
    assertThat(bench.view().desired().counters().commands()).isEqualTo(1);
    assertThat(bench.view().desired().counters().repeats()).isEqualTo(1);
    bench.run(60_000);
    bench.powerCut();
    bench.start();
    hearCommand("c1");
    assertThat(bench.view().desired().counters().commands()).isZero();
  }

  @Test
  void the_last_64_commands_are_remembered() {
    bench.start();
    for (int i = 0; i < 65; i++) {
      hearCommand("c" + i);
    }
    hearCommand("c1");
    assertThat(bench.view().desired().counters().commands()).isEqualTo(65);
    hearCommand("c0");
    assertThat(bench.view().desired().counters().commands()).isEqualTo(66);
  }

  @Test
  void an_expired_command_is_not_carried_out() {
    bench.start();
    bench.tell(new BadgeEvent.Heard(new Command("late", Command.Kind.IDENTIFY, 0)));
    assertThat(bench.view().desired().counters().commands()).isZero();
  }

  @Test
  void the_report_command_brings_everything_with_the_picture() {
    bench.hub.desired = Optional.of(Wanted.revision(5).build());
    bench.start().run(60_000);
    bench.drop();
    bench.run(20_000);
    assertThat(reported().glass().frame()).isEmpty();
    bench.tell(new BadgeEvent.Heard(new Command("r", Command.Kind.REPORT, 60_000)));
    bench.run(100);
    assertThat(bench.hub.reported.orElseThrow().glass().frame()).isNotEmpty();
  }

  @Test
  void a_choice_made_at_the_badge_is_reported_beside_the_state() {
    bench.hub.desired = Optional.of(Wanted.revision(5).build());
    bench.start().run(60_000);
    bench.ask(new LocalCommand.WriteScreen("nomad"));
    Doc local = reported().state().values().get("local");
    assertThat(((Doc.Fields) local).values().get("screen")).isEqualTo(new Doc.Text("nomad"));
  }

  @Test
  void a_schedule_too_long_for_picture_and_state_together_is_counted_instead() {
    bench.start().run(1_000);
    Wanted wanted = Wanted.revision(2);
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      sessions.add(new Session("Room", "T".repeat(300), "S".repeat(300), i, i + 1));
    }
    wanted.sessions = sessions;
    hear(wanted.build());
    Reported reported = reported();
    assertThat(reported.state().values().get("sessionsLeftOut")).isEqualTo(new Doc.Int(64));
    assertThat(MessageCodec.encode(reported).length)
        .isLessThanOrEqualTo(io.baedge.model.Limits.MESSAGE_BYTES);
  }

  @Test
  void a_new_cadence_is_taken_on() {
    bench.start().run(60_000);
    Wanted wanted = Wanted.revision(2);
    wanted.cadence = new io.baedge.model.desired.Cadence(60_000, 120_000, 10_000, 0);
    hear(wanted.build());
    bench.effects.clear();
    bench.run(600_000);
    assertThat(bench.effects(BadgeEffect.Sense.class)).hasSizeBetween(9, 11);
  }
}
