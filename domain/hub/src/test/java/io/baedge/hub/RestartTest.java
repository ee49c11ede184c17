package io.baedge.hub;

import static io.baedge.hub.Rig.badge;
import static io.baedge.hub.Rig.card;
import static io.baedge.hub.Rig.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.request.Request;
import io.baedge.hub.request.Scope;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Desired;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestartTest {
  @Test
  void a_hub_that_starts_again_knows_everything_that_was_committed() {
    Rig rig = eventful();
    Map<String, BadgeOverview> before = new LinkedHashMap<>(rig.rows);
    Doc.Fields schedule = rig.done(new Request.ShowSchedule());
    Doc.Fields layer = rig.done(new Request.ShowLayer(new Scope.Group("crew")));
    Doc.Fields announcements = rig.done(new Request.ListAnnouncements());
    Doc.Fields people = rig.done(new Request.FindPeople("", "", 100));
    rig.restart();
    assertThat(rig.rows.keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
    before.forEach(
        (key, row) -> {
          BadgeOverview again = rig.rows.get(key);
          assertThat(again.identity()).isEqualTo(row.identity());
          assertThat(again.wearer()).isEqualTo(row.wearer());
          assertThat(again.picture()).isEqualTo(row.picture());
          assertThat(again.progress().applied()).isEqualTo(row.progress().applied());
          assertThat(again.progress().differences()).isEqualTo(row.progress().differences());
        });
    assertThat(rig.done(new Request.ShowSchedule())).isEqualTo(schedule);
    assertThat(rig.done(new Request.ShowLayer(new Scope.Group("crew")))).isEqualTo(layer);
    assertThat(rig.done(new Request.ListAnnouncements())).isEqualTo(announcements);
    assertThat(rig.done(new Request.FindPeople("", "", 100))).isEqualTo(people);
  }

  @Test
  void what_is_desired_is_the_same_after_a_start_and_supersedes_what_was_sent_before() {
    Rig rig = eventful();
    Desired before = rig.desired(device(2));
    rig.restart();
    rig.sent.clear();
    rig.heartbeat(device(2));
    Desired after = rig.desired(device(2));
    assertThat(after.state()).isEqualTo(before.state());
    assertThat(after.token()).isEqualTo(before.token());
    assertThat(after.revision().after(before.revision())).isTrue();
  }

  @Test
  void a_revision_is_never_used_twice_even_when_the_hub_dies_at_once() {
    Rig rig = new Rig().fleet(1);
    var random = new Random(7);
    Map<Revision, Desired> seen = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      rig.commits = random.nextBoolean();
      rig.ask(
          new Request.PatchDesired(
              Scope.SITE, Doc.fields().put("screen", "s" + i).build(), Optional.empty()));
      rig.heartbeat(device(1));
      rig.commits = true;
      rig.restart();
      rig.heartbeat(device(1));
    }
    for (var message : rig.sent(device(1))) {
      if (message instanceof Desired desired) {
        Desired first = seen.putIfAbsent(desired.revision(), desired);
        assertThat(first == null || first.equals(desired)).as("%s", desired.revision()).isTrue();
      }
    }
    assertThat(seen).hasSizeGreaterThan(50);
  }

  @Test
  void a_token_is_larger_than_all_before_it_also_after_a_start() {
    Rig rig = new Rig().fleet(1);
    var first = rig.desired(device(1)).token();
    rig.restart();
    rig.connect(device(9));
    rig.done(new Request.ReplaceDevice(badge(1), device(9).text(), Optional.empty()));
    assertThat(rig.desired(device(9)).token()).isGreaterThan(first);
  }

  @Test
  void records_stored_before_a_start_are_not_stored_again() {
    Rig rig = new Rig().fleet(1);
    rig.heard(device(1), Rig.telemetry(1, 1, 1, 10));
    rig.restart();
    rig.heard(device(1), Rig.telemetry(1, 1, 5, 20));
    assertThat(rig.stored(device(1), 1)).hasSize(20).doesNotHaveDuplicates();
    assertThat(rig.ack(device(1)).received().contiguous()).isEqualTo(20);
  }

  @Test
  void a_restored_store_has_a_generation_that_supersedes_and_asks_for_what_it_lacks() {
    Rig rig = new Rig().fleet(1);
    rig.heard(device(1), Rig.telemetry(1, 1, 1, 10));
    MemoryHubStore backup = MemoryHubStore.restored(rig.store, 2);
    rig.heard(device(1), Rig.telemetry(1, 1, 11, 20));
    for (int i = 0; i < 5; i++) {
      rig.done(
          new Request.PatchDesired(
              Scope.SITE, Doc.fields().put("screen", "s" + i).build(), Optional.empty()));
    }
    Desired old = rig.desired(device(1));
    Rig restored = new Rig(rig.settings, backup);
    restored.connect(device(1), 1, 2);
    assertThat(restored.desired(device(1)).revision().after(old.revision())).isTrue();
    assertThat(restored.ack(device(1)).generation()).isEqualTo(2);
    assertThat(restored.ack(device(1)).received().contiguous()).isEqualTo(10);
  }

  @Test
  void a_picture_that_the_store_holds_is_not_asked_for_again() {
    Rig rig = new Rig().fleet(1);
    assertThat(rig.store.frame("glass-1")).isPresent();
    assertThat(rig.ack(device(1)).frameHash()).isEqualTo("glass-1");
    rig.restart();
    rig.connect(device(1), 1, 2);
    assertThat(rig.ack(device(1)).frameHash()).isEqualTo("glass-1");
  }

  private static Rig eventful() {
    Rig rig = new Rig().fleet(6);
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      long start = rig.now.wallMs() + i * 600_000L;
      sessions.add(new Session("R", "Talk " + i, "", start, start + 600_000));
    }
    rig.done(new Request.ImportSchedule(new Conference("C", "", "Europe/Berlin"), sessions));
    rig.done(
        new Request.PatchDesired(
            new Scope.Group("crew"),
            Doc.fields().put("screen", "schedule").build(),
            Optional.empty()));
    rig.done(new Request.PushScreen(List.of(badge(3)), "baedge", 3_600_000));
    rig.done(new Request.Announce(new Scope.Badge(badge(4)), "T", "Text", 3_600_000));
    rig.done(new Request.ReturnDevice(badge(5), Optional.empty()));
    rig.connect(device(9));
    rig.done(new Request.ReplaceDevice(badge(6), device(9).text(), Optional.empty()));
    rig.done(new Request.AssignWearer(badge(1), Optional.empty()));
    rig.done(new Request.AssignWearer(badge(5), Optional.of(card(1).wearer())));
    rig.done(new Request.RetireBadge(badge(3)));
    rig.report(device(2), rig.desired(device(2)), "glass-2b");
    rig.report(device(9), rig.desired(device(9)), "glass-9");
    return rig;
  }
}
