package io.baedge.hub;

import static io.baedge.hub.Rig.badge;
import static io.baedge.hub.Rig.card;
import static io.baedge.hub.Rig.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.model.desired.Ownership;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Reported;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandOverTest {
  @Test
  void an_unknown_device_is_told_that_nobody_owns_it_and_shows_up_in_the_console() {
    Rig rig = new Rig();
    rig.connect(device(1));
    Desired desired = rig.desired(device(1));
    assertThat(desired.state().ownership()).isEqualTo(Ownership.UNCLAIMED);
    assertThat(desired.token()).isEqualTo(FencingToken.NONE);
    assertThat(desired.badge()).isEmpty();
    assertThat(rig.rows).containsKey("device:" + device(1));
  }

  @Test
  void a_claim_code_hands_the_badge_to_the_device_that_shows_it() {
    Rig rig = new Rig();
    rig.connect(device(1));
    rig.done(newBadge(1));
    rig.done(
        new Request.AssignDevice(
            badge(1), device(1).claimCode().toUpperCase(java.util.Locale.ROOT), Optional.empty()));
    Desired desired = rig.desired(device(1));
    assertThat(desired.badge()).contains(badge(1));
    assertThat(desired.state().ownership()).isEqualTo(Ownership.OWNED);
    assertThat(desired.token().value()).isPositive();
    assertThat(rig.rows).containsOnlyKeys("badge-1");
  }

  @Test
  void a_claim_code_that_two_devices_show_is_a_conflict_that_names_both() {
    Rig rig = new Rig();
    List<DeviceId> twins = twoWithOneCode();
    twins.forEach(rig::connect);
    rig.done(newBadge(1));
    Outcome outcome =
        rig.ask(new Request.AssignDevice(badge(1), twins.getFirst().claimCode(), Optional.empty()));
    assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
    assertThat(((Outcome.Conflict) outcome).current().values().get("devices"))
        .isEqualTo(
            new Doc.Items(twins.stream().sorted().map(d -> (Doc) new Doc.Text(d.text())).toList()));
    rig.done(new Request.AssignDevice(badge(1), twins.getFirst().text(), Optional.empty()));
    rig.done(newBadge(2));
    rig.done(new Request.AssignDevice(badge(2), twins.getFirst().claimCode(), Optional.empty()));
    assertThat(rig.desired(twins.getLast()).badge()).contains(badge(2));
  }

  @Test
  void a_code_that_nobody_shows_is_not_found() {
    Rig rig = new Rig();
    rig.done(newBadge(1));
    assertThat(rig.ask(new Request.AssignDevice(badge(1), "zzzzzz", Optional.empty())))
        .isInstanceOf(Outcome.NotFound.class);
  }

  @Test
  void a_replacement_inherits_and_the_old_device_says_that_it_is_replaced() {
    Rig rig = new Rig().fleet(2);
    rig.connect(device(9));
    FencingToken before = rig.desired(device(1)).token();
    rig.done(new Request.ReplaceDevice(badge(1), device(9).claimCode(), Optional.of(before)));
    Desired inherited = rig.desired(device(9));
    assertThat(inherited.badge()).contains(badge(1));
    assertThat(inherited.state().wearer()).contains(card(1));
    assertThat(inherited.token()).isGreaterThan(before);
    Desired old = rig.desired(device(1));
    assertThat(old.state().ownership()).isEqualTo(Ownership.REPLACED);
    assertThat(old.badge()).isEmpty();
    assertThat(old.state().wearer()).isEmpty();
    assertThat(rig.row(badge(1)).picture().hash()).isEmpty();
    assertThat(rig.rows.get("device:" + device(1)).identity().ownership())
        .isEqualTo(Ownership.REPLACED);
  }

  @Test
  void a_replaced_device_still_hands_in_its_past() {
    Rig rig = new Rig().fleet(1);
    rig.connect(device(9));
    rig.done(new Request.ReplaceDevice(badge(1), device(9).text(), Optional.empty()));
    rig.heard(device(1), Rig.telemetry(1, 1, 1, 20));
    assertThat(rig.ack(device(1)).received().contiguous()).isEqualTo(20);
    assertThat(rig.stored(device(1), 1)).hasSize(20);
  }

  @Test
  void a_stale_token_is_a_conflict_that_names_the_present_one() {
    Rig rig = new Rig().fleet(1);
    rig.connect(device(9));
    Outcome outcome =
        rig.ask(
            new Request.ReplaceDevice(
                badge(1), device(9).text(), Optional.of(new FencingToken(999))));
    assertThat(outcome).isInstanceOf(Outcome.Conflict.class);
    assertThat(((Outcome.Conflict) outcome).current().values().get("token"))
        .isEqualTo(new Doc.Int(rig.desired(device(1)).token().value()));
    assertThat(rig.desired(device(9)).state().ownership()).isEqualTo(Ownership.UNCLAIMED);
  }

  @Test
  void a_returned_device_is_unclaimed_and_a_freed_one_too() {
    Rig rig = new Rig().fleet(2);
    rig.done(new Request.ReturnDevice(badge(1), Optional.empty()));
    assertThat(rig.desired(device(1)).state().ownership()).isEqualTo(Ownership.UNCLAIMED);
    rig.connect(device(9));
    rig.done(new Request.ReplaceDevice(badge(2), device(9).text(), Optional.empty()));
    rig.done(new Request.FreeDevice(device(2)));
    assertThat(rig.desired(device(2)).state().ownership()).isEqualTo(Ownership.UNCLAIMED);
    assertThat(rig.ask(new Request.FreeDevice(device(9)))).isInstanceOf(Outcome.Conflict.class);
  }

  @Test
  void freeing_a_replaced_device_leaves_the_picture_of_its_successor() {
    Rig rig = new Rig().fleet(1);
    rig.connect(device(9));
    rig.done(new Request.ReplaceDevice(badge(1), device(9).text(), Optional.empty()));
    rig.report(device(9), rig.desired(device(9)), "glass-9");
    rig.done(new Request.FreeDevice(device(1)));
    assertThat(rig.row(badge(1)).picture().hash()).isEqualTo("glass-9");
    assertThat(rig.row(badge(1)).progress().applied()).isEqualTo(rig.desired(device(9)).revision());
    assertThat(rig.desired(device(1)).state().ownership()).isEqualTo(Ownership.UNCLAIMED);
  }

  @Test
  void a_device_that_speaks_for_a_badge_cannot_be_assigned_to_another() {
    Rig rig = new Rig().fleet(2);
    rig.done(newBadge(3));
    assertThat(rig.ask(new Request.AssignDevice(badge(3), device(1).text(), Optional.empty())))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(rig.ask(new Request.AssignDevice(badge(1), device(2).text(), Optional.empty())))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(rig.done(new Request.AssignDevice(badge(1), device(1).text(), Optional.empty())))
        .isNotNull();
  }

  @Test
  void six_hundred_badges_are_made_and_handed_out_in_one_request() {
    Rig rig = new Rig();
    List<WearerCard> people = new ArrayList<>();
    List<Request.NewBadge> badges = new ArrayList<>();
    for (int n = 1; n <= 600; n++) {
      people.add(card(n));
      badges.add(
          new Request.NewBadge(
              badge(n), List.of(), Optional.of(card(n).wearer()), Optional.of(device(n).text())));
    }
    rig.done(new Request.ImportPeople(people, false));
    assertThat(rig.done(new Request.CreateBadges(badges)).values())
        .containsEntry("created", new Doc.Int(600));
    assertThat(rig.done(new Request.CreateBadges(badges)).values())
        .containsEntry("unchanged", new Doc.Int(600));
    rig.connect(device(600));
    assertThat(rig.desired(device(600)).badge()).contains(badge(600));
    rig.pass(1_000);
    assertThat(rig.counts.sizes().bound()).isEqualTo(600);
  }

  @Test
  void a_bulk_request_with_a_mistake_changes_nothing_and_names_every_mistake() {
    Rig rig = new Rig().fleet(1);
    var wrong =
        new Request.CreateBadges(
            List.of(
                new Request.NewBadge(badge(5), List.of(), Optional.empty(), Optional.empty()),
                new Request.NewBadge(
                    badge(6),
                    List.of("x", "x"),
                    Optional.of(card(77).wearer()),
                    Optional.of(device(1).text())),
                new Request.NewBadge(
                    badge(6), List.of(), Optional.of(card(1).wearer()), Optional.of("nocode"))));
    Outcome outcome = rig.ask(wrong);
    assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
    assertThat(((Outcome.Invalid) outcome).problems())
        .extracting(problem -> problem.field())
        .containsExactly(
            "badges[1].labels",
            "badges[1].wearer",
            "badges[1].device",
            "badges[2].badge",
            "badges[2].wearer",
            "badges[2].device");
    assertThat(rig.rows).doesNotContainKey("badge-5");
  }

  @Test
  void a_person_wears_one_badge_at_a_time() {
    Rig rig = new Rig().fleet(2);
    assertThat(rig.ask(new Request.AssignWearer(badge(2), Optional.of(card(1).wearer()))))
        .isInstanceOf(Outcome.Conflict.class);
    rig.done(new Request.AssignWearer(badge(1), Optional.empty()));
    assertThat(rig.desired(device(1)).state().wearer()).isEmpty();
    rig.done(new Request.AssignWearer(badge(2), Optional.of(card(1).wearer())));
    assertThat(rig.desired(device(2)).state().wearer()).contains(card(1));
  }

  @Test
  void a_late_report_from_the_past_of_a_device_never_touches_a_badge() {
    Rig rig = new Rig().fleet(2);
    reassignWithLateReport(rig);
    assertThat(rig.row(badge(2)).picture().hash()).isEmpty();
    assertThat(rig.row(badge(1)).picture().hash()).isEqualTo("glass-9");
    rig.pass(1_000);
    assertThat(rig.counts.trouble().fenced()).isEqualTo(1);
    rig.restart();
    assertThat(rig.row(badge(2)).picture().hash()).isEmpty();
  }

  @Test
  void without_fencing_a_late_report_shows_another_wearers_picture() {
    var settings = HubSettings.of(new SiteId("test")).withFaults(EnumSet.of(HubFault.NO_FENCING));
    Rig rig = new Rig(settings, new MemoryHubStore(1)).fleet(2);
    reassignWithLateReport(rig);
    assertThat(rig.row(badge(2)).picture().hash()).isEqualTo("glass-of-person-1");
  }

  /** Device 1 moves from badge 1 to badge 2; a report made before that arrives after it. */
  private static void reassignWithLateReport(Rig rig) {
    Reported late =
        rig.reported(rig.desired(device(1)), rig.desired(device(1)).token(), "glass-of-person-1");
    rig.connect(device(9));
    rig.done(new Request.ReplaceDevice(badge(1), device(9).text(), Optional.empty()));
    rig.report(device(9), rig.desired(device(9)), "glass-9");
    rig.done(new Request.ReplaceDevice(badge(2), device(1).text(), Optional.empty()));
    rig.heard(device(1), late);
  }

  private static Request newBadge(int number) {
    return new Request.CreateBadges(
        List.of(
            new Request.NewBadge(badge(number), List.of(), Optional.empty(), Optional.empty())));
  }

  private static List<DeviceId> twoWithOneCode() {
    Map<String, DeviceId> seen = new LinkedHashMap<>();
    String head = "abcdef";
    seen.put(head, new DeviceId(head + "ghijklmnop"));
    return List.of(new DeviceId(head + "zzzzzzzzzz"), seen.get(head));
  }
}
