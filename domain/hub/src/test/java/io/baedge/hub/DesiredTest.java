package io.baedge.hub;

import static io.baedge.hub.Rig.badge;
import static io.baedge.hub.Rig.card;
import static io.baedge.hub.Rig.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.request.Scope;
import io.baedge.model.Limits;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problem;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Command;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Reported;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.UplinkTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DesiredTest {
  @Test
  void a_later_layer_overrides_an_earlier_one_and_each_value_tells_its_layer() {
    Rig rig = new Rig().fleet(2);
    rig.done(screen(Scope.SITE, "baedge"));
    assertThat(rig.desired(device(2)).state().shown().screen()).isEqualTo("baedge");
    rig.done(screen(new Scope.Group("crew"), "hardware"));
    rig.done(screen(new Scope.Wearer(card(2).wearer()), "schedule"));
    rig.done(screen(new Scope.Badge(badge(2)), "nomad"));
    assertThat(rig.desired(device(1)).state().shown().screen()).isEqualTo("baedge");
    assertThat(rig.desired(device(2)).state().shown().screen()).isEqualTo("nomad");
    assertThat(origins(rig, 2)).containsEntry("screen", new Doc.Text("badge:badge-2"));
    rig.done(patch(new Scope.Badge(badge(2)), Doc.fields().put("screen", Doc.Null.NULL).build()));
    assertThat(rig.desired(device(2)).state().shown().screen()).isEqualTo("schedule");
    rig.done(
        patch(
            new Scope.Wearer(card(2).wearer()), Doc.fields().put("screen", Doc.Null.NULL).build()));
    assertThat(rig.desired(device(2)).state().shown().screen()).isEqualTo("hardware");
    assertThat(origins(rig, 2))
        .containsEntry("screen", new Doc.Text("group:crew"))
        .containsEntry("wearer.name", new Doc.Text("people"))
        .containsEntry("cadence.contactEveryMs", new Doc.Text("hub"));
    assertThat(origins(rig, 1)).containsEntry("screen", new Doc.Text("site"));
  }

  @Test
  void a_change_reaches_only_whom_it_concerns_and_raises_the_revision() {
    Rig rig = new Rig().fleet(3);
    Revision before = rig.desired(device(2)).revision();
    rig.sent.clear();
    rig.done(screen(new Scope.Group("crew"), "hardware"));
    assertThat(rig.sent).containsOnlyKeys(device(2));
    assertThat(rig.desired(device(2)).revision().after(before)).isTrue();
    rig.sent.clear();
    rig.done(screen(new Scope.Group("crew"), "hardware"));
    assertThat(rig.sent).isEmpty();
  }

  @Test
  void a_wrong_patch_names_every_field_and_changes_nothing() {
    Rig rig = new Rig().fleet(1);
    Doc.Fields patch =
        Doc.fields()
            .put("scren", "x")
            .put("ownership", "owned")
            .put("wearer", Doc.fields().put("key", "p2").put("nme", "X").build())
            .build();
    Outcome outcome = rig.ask(patch(Scope.SITE, patch));
    assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
    assertThat(((Outcome.Invalid) outcome).problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("scren", "ownership", "wearer.key", "wearer.nme");
    assertThat(((Outcome.Invalid) outcome).problems().toString()).contains("screen");
    Doc.Fields bounds =
        Doc.fields()
            .put("cadence", Doc.fields().put("sampleEveryMs", 1).build())
            .put("screen", 7L)
            .put("conference", "Camp")
            .build();
    Outcome outOfBounds = rig.ask(patch(Scope.SITE, bounds));
    assertThat(((Outcome.Invalid) outOfBounds).problems())
        .extracting(Problem::field)
        .contains("conference");
    assertThat(rig.desired(device(1)).state().shown().screen()).isEqualTo("wearer");
  }

  @Test
  void values_out_of_bounds_are_refused_by_name() {
    Rig rig = new Rig().fleet(1);
    Outcome outcome =
        rig.ask(
            patch(
                Scope.SITE,
                Doc.fields().put("cadence", Doc.fields().put("sampleEveryMs", 1).build()).build()));
    assertThat(((Outcome.Invalid) outcome).problems())
        .extracting(Problem::field)
        .containsExactly("cadence.sampleEveryMs");
  }

  @Test
  void a_stale_revision_of_a_layer_is_a_conflict() {
    Rig rig = new Rig().fleet(1);
    rig.done(screen(Scope.SITE, "baedge"));
    Outcome outcome =
        rig.ask(
            new Request.PatchDesired(
                Scope.SITE,
                Doc.fields().put("screen", "nomad").build(),
                Optional.of(Revision.NONE)));
    assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
    Doc.Fields current = ((Outcome.Conflict) outcome).current();
    assertThat(rig.done(new Request.ShowLayer(Scope.SITE))).isEqualTo(current);
    assertThat(rig.desired(device(1)).state().shown().screen()).isEqualTo("baedge");
  }

  @Test
  void a_layer_changes_a_card_but_cannot_make_one() {
    Rig rig = new Rig().fleet(1);
    Doc.Fields title = Doc.fields().put("wearer", Doc.fields().put("title", "VIP").build()).build();
    rig.done(patch(Scope.SITE, title));
    assertThat(rig.desired(device(1)).state().wearer().orElseThrow().title()).isEqualTo("VIP");
    rig.done(new Request.AssignWearer(badge(1), Optional.empty()));
    assertThat(rig.desired(device(1)).state().wearer()).isEmpty();
  }

  @Test
  void what_is_desired_is_sent_again_on_every_hello() {
    Rig rig = new Rig().fleet(1);
    Desired before = rig.desired(device(1));
    rig.sent.clear();
    rig.heartbeat(device(1));
    assertThat(rig.sent(device(1))).isEmpty();
    rig.connect(device(1), 1, 2);
    assertThat(rig.desired(device(1))).isEqualTo(before);
  }

  @Test
  void a_lost_message_is_repeated_to_a_badge_that_is_heard_but_not_too_often() {
    Rig rig = new Rig().fleet(1);
    rig.done(screen(Scope.SITE, "baedge"));
    rig.sent.clear();
    for (int i = 0; i < 60; i++) {
      rig.pass(5_000);
      rig.heartbeat(device(1));
    }
    assertThat(rig.sent(device(1)).size()).isBetween(3, 6);
    rig.report(device(1), rig.desired(device(1)), "glass-1");
    rig.sent.clear();
    rig.pass(600_000);
    rig.heartbeat(device(1));
    assertThat(rig.sent(device(1))).isEmpty();
  }

  @Test
  void a_refused_revision_is_not_pressed_upon_the_badge() {
    Rig rig = new Rig().fleet(1);
    Desired before = rig.desired(device(1));
    rig.done(screen(Scope.SITE, "unknown-screen"));
    Desired refused = rig.desired(device(1));
    Reported fine = rig.reported(before, before.token(), "glass-1");
    rig.heard(
        device(1),
        new Reported(
            before.revision(),
            before.token(),
            Optional.of(new Reported.Refusal(refused.revision(), "there is no such screen")),
            fine.order(),
            fine.glass(),
            fine.state()));
    assertThat(rig.row(badge(1)).progress().refusal()).isEqualTo("there is no such screen");
    assertThat(rig.row(badge(1)).progress().differences()).isEqualTo(1);
    rig.sent.clear();
    rig.pass(60_000);
    rig.heartbeat(device(1));
    assertThat(rig.sent(device(1))).isEmpty();
  }

  @Test
  void a_push_holds_for_its_time_and_one_without_time_until_the_screen_changes() {
    Rig rig = new Rig().fleet(2);
    rig.done(new Request.PushScreen(List.of(badge(1)), "conference", 60_000));
    assertThat(rig.desired(device(1)).state().shown().push())
        .contains(new Push("conference", rig.now.wallMs() + 60_000));
    assertThat(rig.desired(device(2)).state().shown().push()).isEmpty();
    rig.done(new Request.PushScreen(List.of(), "baedge", 0));
    assertThat(rig.desired(device(1)).state().shown().push()).contains(new Push("baedge", 0));
    assertThat(rig.desired(device(2)).state().shown().push()).contains(new Push("baedge", 0));
    rig.done(screen(new Scope.Badge(badge(2)), "schedule"));
    assertThat(rig.desired(device(2)).state().shown().push()).isEmpty();
    assertThat(rig.desired(device(1)).state().shown().push()).isPresent();
    rig.done(new Request.PushScreen(List.of(), "", 0));
    assertThat(rig.desired(device(1)).state().shown().push()).isEmpty();
  }

  @Test
  void an_announcement_reaches_its_scope_and_can_be_withdrawn() {
    Rig rig = new Rig().fleet(2);
    Doc.Fields result =
        rig.done(new Request.Announce(new Scope.Group("crew"), "Crew", "Meet at room 1", 60_000));
    assertThat(rig.desired(device(2)).state().shown().announcement().orElseThrow().text())
        .isEqualTo("Meet at room 1");
    assertThat(rig.desired(device(1)).state().shown().announcement()).isEmpty();
    String id = ((Doc.Text) result.values().get("id")).value();
    rig.done(new Request.Withdraw(id));
    assertThat(rig.desired(device(2)).state().shown().announcement()).isEmpty();
    assertThat(rig.ask(new Request.Withdraw(id))).isInstanceOf(Outcome.NotFound.class);
  }

  @Test
  void an_announcement_that_is_over_is_not_sent_any_more() {
    Rig rig = new Rig().fleet(1);
    rig.done(new Request.Announce(Scope.SITE, "", "Coffee", 60_000));
    rig.pass(61_000);
    rig.done(screen(Scope.SITE, "baedge"));
    rig.connect(device(1), 1, 2);
    assertThat(rig.desired(device(1)).state().shown().announcement()).isEmpty();
    assertThat(rig.done(new Request.ListAnnouncements()).values().get("announcements"))
        .isEqualTo(new Doc.Items(List.of()));
  }

  @Test
  void badges_carry_the_sessions_to_come_and_get_later_ones_in_time() {
    Rig rig = new Rig().fleet(1);
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      long start = rig.now.wallMs() + i * 600_000L;
      sessions.add(new Session("R" + i % 8, "Talk " + i, "", start, start + 600_000));
    }
    rig.done(new Request.ImportSchedule(new Conference("C", "", "UTC"), sessions));
    List<Session> carried = rig.desired(device(1)).state().sessions();
    assertThat(carried).hasSize(Limits.SCHEDULE_SESSIONS).startsWith(sessions.getFirst());
    Revision before = rig.desired(device(1)).revision();
    rig.pass(40 * 600_000L);
    rig.heartbeat(device(1));
    assertThat(rig.desired(device(1)).state().sessions().getFirst().endMs())
        .isGreaterThan(sessions.get(30).endMs());
    assertThat(rig.desired(device(1)).revision().after(before)).isTrue();
    assertThat(
            rig.done(new Request.ImportSchedule(new Conference("C", "", "UTC"), sessions)).values())
        .containsEntry("unchanged", new Doc.Int(300));
  }

  @Test
  void a_report_that_only_counts_its_sessions_differs_only_by_their_number() {
    Rig rig = new Rig().fleet(1);
    long start = rig.now.wallMs();
    Session talk = new Session("R", "Talk", "", start, start + 1);
    rig.done(new Request.ImportSchedule(new Conference("", "", "UTC"), List.of(talk)));
    Desired desired = rig.desired(device(1));
    for (int counted = 0; counted <= 1; counted++) {
      Reported whole = rig.reported(desired, desired.token(), "glass-1");
      Map<String, Doc> values = new java.util.LinkedHashMap<>(whole.state().values());
      values.remove("sessions");
      values.put("sessionsLeftOut", new Doc.Int(counted));
      rig.heard(
          device(1),
          new Reported(
              whole.applied(),
              whole.token(),
              whole.refusal(),
              whole.order(),
              whole.glass(),
              new Doc.Fields(values)));
      assertThat(rig.row(badge(1)).progress().differences()).isEqualTo(1 - counted);
    }
  }

  @Test
  void a_changed_person_changes_the_badge_that_the_person_wears() {
    Rig rig = new Rig().fleet(2);
    var renamed =
        new io.baedge.model.wearer.WearerCard(card(1).wearer(), "Renée", "", "", "", "", "");
    Doc.Fields dry = rig.done(new Request.ImportPeople(List.of(renamed, card(2), card(3)), true));
    assertThat(dry.values())
        .containsEntry("created", new Doc.Int(1))
        .containsEntry("changed", new Doc.Int(1))
        .containsEntry("unchanged", new Doc.Int(1));
    assertThat(rig.desired(device(1)).state().wearer()).contains(card(1));
    rig.done(new Request.ImportPeople(List.of(renamed, card(2), card(3)), false));
    assertThat(rig.desired(device(1)).state().wearer()).contains(renamed);
    assertThat(rig.row(badge(1)).wearer().orElseThrow().name()).isEqualTo("Renée");
    Doc.Fields found = rig.done(new Request.FindPeople("renee", "", 10));
    assertThat(found.values().get("people").toString()).contains("Renée").contains("badge-1");
  }

  @Test
  void a_command_is_sent_once_to_a_badge_that_can_hear_it() {
    Rig rig = new Rig().fleet(1);
    rig.done(new Request.SendCommand(badge(1), Command.Kind.IDENTIFY));
    assertThat(rig.last(device(1), Command.class).kind()).isEqualTo(Command.Kind.IDENTIFY);
    rig.pass(120_000);
    rig.on(new HubEvent.DeviceClosed(device(1), "gone"));
    assertThat(rig.ask(new Request.SendCommand(badge(1), Command.Kind.IDENTIFY)))
        .isInstanceOf(Outcome.Conflict.class);
  }

  @Test
  void the_page_of_a_badge_shows_what_differs_with_age_and_layer() {
    Rig rig = new Rig().fleet(1);
    rig.done(screen(Scope.SITE, "baedge"));
    rig.now = rig.now.plusMs(5_000);
    Doc.Fields page = rig.done(new Request.ShowBadge(badge(1)));
    assertThat(page.values().get("differences"))
        .isEqualTo(
            new Doc.Items(
                List.of(
                    Doc.fields()
                        .put("field", "screen")
                        .put("desired", "baedge")
                        .put("reported", "wearer")
                        .put("ageMs", 5_000)
                        .put("origin", "declared")
                        .put("layer", "site")
                        .build())));
    assertThat(page.values().keySet())
        .contains("wearer", "device", "glass", "desired", "reported", "handOvers", "wearers");
  }

  private static Map<String, Doc> origins(Rig rig, int number) {
    Doc.Fields page = rig.done(new Request.ShowBadge(badge(number)));
    Doc.Fields desired = (Doc.Fields) page.values().get("desired");
    return ((Doc.Fields) desired.values().get("origins")).values();
  }

  private static Request screen(Scope scope, String screen) {
    return patch(scope, Doc.fields().put("screen", screen).build());
  }

  private static Request patch(Scope scope, Doc.Fields patch) {
    return new Request.PatchDesired(scope, patch, Optional.empty());
  }

  private static Doc.Fields playlist(Doc... entries) {
    return Doc.fields().put("playlist", List.of(entries)).build();
  }

  @Test
  void a_playlist_reaches_the_badges_of_its_layer_and_goes_with_it() {
    Rig rig = new Rig().fleet(2);
    Doc entry = Doc.fields().put("screen", "schedule").put("fromMinute", 540).build();
    rig.done(patch(new Scope.Badge(badge(1)), playlist(entry)));
    assertThat(rig.desired(device(1)).state().shown().playlist())
        .containsExactly(new PlaylistEntry("schedule", 0, 0, 540, 1_440, 0, 5));
    assertThat(rig.desired(device(2)).state().shown().playlist()).isEmpty();
    rig.done(patch(new Scope.Badge(badge(1)), Doc.fields().put("playlist", Doc.Null.NULL).build()));
    assertThat(rig.desired(device(1)).state().shown().playlist()).isEmpty();
  }

  @Test
  void a_wrong_playlist_is_refused_with_the_field() {
    Rig rig = new Rig().fleet(1);
    Doc unknown = Doc.fields().put("screen", "schedule").put("untl", 5).build();
    Outcome outcome = rig.ask(patch(Scope.SITE, playlist(unknown)));
    assertThat(((Outcome.Invalid) outcome).problems())
        .extracting(Problem::field)
        .containsExactly("playlist[0].untl");
    Doc fast = Doc.fields().put("screen", "schedule").put("everyMinutes", 4).build();
    outcome = rig.ask(patch(Scope.SITE, playlist(fast)));
    assertThat(((Outcome.Invalid) outcome).problems())
        .extracting(Problem::field)
        .containsExactly("playlist[0].everyMinutes");
  }

  @Test
  void the_line_of_a_badge_tells_the_tiers_that_it_reported() {
    Rig rig = new Rig().fleet(1);
    assertThat(rig.row(badge(1)).gauges().tiers()).isEmpty();
    Desired desired = rig.desired(device(1));
    Reported plain = rig.reported(desired, desired.token(), "glass-1");
    Doc tiers = Doc.fields().put("power", "last-gasp").put("uplink", "degraded").build();
    rig.heard(
        device(1),
        new Reported(
            plain.applied(),
            plain.token(),
            plain.refusal(),
            plain.order(),
            plain.glass(),
            plain.state().with("tiers", tiers)));
    assertThat(rig.row(badge(1)).gauges().tiers())
        .contains(new BadgeOverview.Tiers(PowerTier.LAST_GASP, UplinkTier.DEGRADED));
    assertThat(rig.row(badge(1)).progress().differences()).isZero();
  }
}
