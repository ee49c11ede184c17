package io.baedge.badge;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.UplinkView;
import io.baedge.badge.uplink.Way;
import io.baedge.model.desired.Cadence;
import io.baedge.model.link.LinkState;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UplinkTest {
  private final Bench bench = new Bench(1);
  private final List<Long> attempts = new ArrayList<>();

  private Bench started() {
    bench.watcher =
        effect -> {
          if (effect instanceof BadgeEffect.Connect) {
            attempts.add(bench.time.nowMs());
          }
        };
    return bench.start();
  }

  @Test
  void a_badge_connects_at_once_on_start() {
    started();
    assertThat(attempts).containsExactly(0L);
    BadgeEffect.Connect connect = bench.effects(BadgeEffect.Connect.class).getFirst();
    assertThat(connect.keepAliveMs()).isEqualTo(300_000);
    assertThat(connect.timeoutMs()).isEqualTo(5_000);
    assertThat(connect.will().phase()).isEqualTo(Status.Phase.GONE);
  }

  @Test
  void the_first_word_of_a_session_says_who_speaks() {
    started().run(1_000);
    Status first = (Status) bench.hub.heard.getFirst();
    assertThat(first.phase()).isEqualTo(Status.Phase.ONLINE);
    assertThat(first.nextContactMs()).isEqualTo(Cadence.DEFAULT.contactEveryMs());
    assertThat(first.hello().orElseThrow().protocol()).isEqualTo(1);
    assertThat(first.hello().orElseThrow().facts().panel()).isEqualTo("2in9_V2");
    assertThat(bench.hub.heard.get(1)).isInstanceOf(Reported.class);
  }

  @Test
  void the_will_carries_the_same_connection_as_the_session_and_a_later_one_is_higher() {
    started().run(1_000);
    bench.drop();
    bench.run(20_000);
    List<Long> wills =
        bench.effects(BadgeEffect.Connect.class).stream().map(c -> c.will().connection()).toList();
    List<Long> hellos =
        bench.hub.heard.stream()
            .filter(m -> m instanceof Status s && s.hello().isPresent())
            .map(m -> ((Status) m).connection())
            .toList();
    assertThat(wills).isEqualTo(hellos).hasSize(2).isSorted();
    bench.powerCut();
    bench.start().run(1_000);
    long afterRestart = bench.effects(BadgeEffect.Connect.class).getLast().will().connection();
    assertThat(afterRestart).isGreaterThan(wills.getLast());
  }

  @Test
  void waits_grow_with_full_jitter_up_to_the_cap_while_nobody_answers() {
    bench.hubUp = false;
    started().run(600_000);
    List<Long> waits = waits(50);
    assertThat(waits).hasSizeGreaterThan(40).allMatch(w -> w >= 0 && w <= 10_000);
    assertThat(waits.getFirst()).isLessThanOrEqualTo(1_000);
    double mean = waits.stream().skip(5).mapToLong(w -> w).average().orElseThrow();
    assertThat(mean).isBetween(3_500.0, 6_500.0);
  }

  @Test
  void a_badge_broken_to_have_no_jitter_waits_as_every_other_such_badge() {
    bench.settings = bench.settings.withFaults(List.of(BadgeFault.NO_JITTER));
    bench.hubUp = false;
    started().run(60_000);
    assertThat(waits(50)).startsWith(1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
  }

  private List<Long> waits(long answerMs) {
    List<Long> waits = new ArrayList<>();
    for (int i = 1; i < attempts.size(); i++) {
      waits.add(attempts.get(i) - attempts.get(i - 1) - answerMs);
    }
    return waits;
  }

  @Test
  void a_slot_that_the_hub_told_is_obeyed_exactly() {
    bench.refuseForMs = 7_321;
    started().run(16_000);
    assertThat(attempts).startsWith(0L, 7_341L, 14_682L);
  }

  @Test
  void a_link_that_flaps_does_not_shorten_a_told_slot() {
    bench.refuseForMs = 30_000;
    started().run(1_000);
    bench.link(false);
    bench.run(1_000);
    bench.link(true);
    bench.run(29_000);
    assertThat(attempts).containsExactly(0L, 30_020L);
  }

  @Test
  void without_a_link_nothing_is_tried_and_its_return_spreads_the_attempts_over_the_window() {
    List<Long> delays = new ArrayList<>();
    for (int seed = 0; seed < 40; seed++) {
      var one = new Bench(seed);
      one.linkUp = false;
      one.start();
      one.link(false);
      one.run(60_000);
      int before = one.effects(BadgeEffect.Connect.class).size();
      assertThat(before).isLessThanOrEqualTo(1);
      long backMs = one.time.nowMs();
      one.link(true);
      while (one.effects(BadgeEffect.Connect.class).size() == before) {
        one.time.step();
      }
      delays.add(one.time.nowMs() - backMs);
    }
    assertThat(delays).allMatch(d -> d <= Cadence.DEFAULT.reconnectWindowMs());
    assertThat(delays.stream().mapToLong(d -> d).average().orElseThrow())
        .isBetween(4_000.0, 8_600.0);
  }

  @Test
  void a_long_session_resets_the_waits_and_a_short_one_does_not() {
    started();
    for (int i = 0; i < 6; i++) {
      bench.run(12_000);
      bench.drop();
    }
    attempts.clear();
    bench.run(12_000);
    long afterShortMs = bench.view().uplink().counters().sessions();
    assertThat(afterShortMs).isGreaterThanOrEqualTo(6);
    bench.run(70_000);
    long droppedMs = bench.time.nowMs();
    attempts.clear();
    bench.drop();
    bench.run(1_001);
    assertThat(attempts.getFirst() - droppedMs).isLessThanOrEqualTo(1_000);
  }

  @Test
  void several_hubs_are_tried_in_order() {
    bench.settings =
        BadgeSettings.of(
            Bench.DEVICE,
            bench.settings.facts(),
            Bench.PANEL,
            List.of(new HubAddress("a", 1), new HubAddress("b", 2), new HubAddress("c", 3)));
    bench.hubUp = false;
    started().run(60_000);
    List<Integer> tried =
        bench.effects(BadgeEffect.Connect.class).stream().map(BadgeEffect.Connect::uplink).toList();
    assertThat(tried).startsWith(0, 1, 2, 0, 1);
  }

  @Test
  void a_badge_roams_to_the_preferred_network_when_that_has_come_to_stay_and_back_when_it_goes() {
    var cable = new Way.Seen(Way.Over.ETHERNET, "", Reading.UNKNOWN);
    var wifi = new Way.Seen(Way.Over.WIFI, "hall", -60);
    bench.settings =
        bench.settings.withWays(
            List.of(
                new Way("cable", Way.Over.ETHERNET, "", List.of(new HubAddress("a", 1))),
                new Way("hall", Way.Over.WIFI, "hall", List.of(new HubAddress("b", 2)))));
    started();
    bench.tell(new BadgeEvent.NetworksChanged(List.of(wifi)));
    bench.run(20_000);
    assertThat(lastWay()).isEqualTo("hall");

    bench.tell(new BadgeEvent.NetworksChanged(List.of(cable, wifi)));
    bench.run(60_000);
    bench.tell(new BadgeEvent.NetworksChanged(List.of(wifi)));
    bench.run(60_000);
    bench.tell(new BadgeEvent.NetworksChanged(List.of(cable, wifi)));
    int sessions = (int) bench.view().uplink().counters().sessions();
    bench.run(119_000);
    assertThat(lastWay()).isEqualTo("hall");
    bench.run(1_000 + Cadence.DEFAULT.reconnectWindowMs() + 1_000);
    assertThat(lastWay()).isEqualTo("cable");
    assertThat(bench.effects(BadgeEffect.Connect.class).getLast().uplink()).isZero();
    assertThat(bench.view().uplink().counters().sessions()).isEqualTo(sessions + 1);
    assertThat(bench.view().uplink().link()).isEqualTo(LinkState.GOOD);

    bench.run(100_000);
    bench.tell(new BadgeEvent.NetworksChanged(List.of(wifi)));
    bench.run(4_900);
    assertThat(lastWay()).as("it may be back in a moment").isEqualTo("cable");
    bench.run(3_000);
    assertThat(lastWay()).isEqualTo("hall");
    assertThat(bench.view().uplink().state()).isEqualTo(UplinkView.State.CONNECTED);
  }

  @Test
  void a_badge_without_any_of_its_networks_asks_for_those_with_a_name_until_one_is_there() {
    bench.settings =
        bench.settings.withWays(
            List.of(
                new Way("hall", Way.Over.WIFI, "hall", List.of(new HubAddress("a", 1))),
                new Way("phone", Way.Over.HOTSPOT, "phone", List.of(new HubAddress("b", 2)))));
    started();
    bench.tell(new BadgeEvent.NetworksChanged(List.of()));
    bench.run(29_000);
    assertThat(bench.effects(BadgeEffect.Join.class)).isEmpty();
    bench.run(32_000);
    assertThat(bench.effects(BadgeEffect.Join.class))
        .containsExactly(new BadgeEffect.Join("hall"), new BadgeEffect.Join("phone"));
    bench.tell(new BadgeEvent.NetworksChanged(List.of(new Way.Seen(Way.Over.WIFI, "phone", -60))));
    bench.run(600_000);
    assertThat(bench.effects(BadgeEffect.Join.class)).hasSize(2);
    assertThat(lastWay()).isEqualTo("phone");
    assertThat(bench.view().uplink().state()).isEqualTo(UplinkView.State.CONNECTED);
  }

  private String lastWay() {
    return bench.view().uplink().way();
  }

  @Test
  void a_badge_without_a_hub_never_connects() {
    bench.settings = BadgeSettings.of(Bench.DEVICE, bench.settings.facts(), Bench.PANEL, List.of());
    started().run(60_000);
    assertThat(attempts).isEmpty();
    assertThat(bench.view().uplink().state()).isEqualTo(UplinkView.State.ALONE);
    assertThat(bench.view().uplink().hub()).isEqualTo(-1);
  }

  @Test
  void an_attempt_that_nobody_answers_ends_by_itself() {
    started();
    bench.session++;
    bench.run(10_001);
    assertThat(bench.effects(BadgeEffect.Disconnect.class)).hasSize(1);
    bench.run(5_000);
    assertThat(bench.view().uplink().state()).isEqualTo(UplinkView.State.CONNECTED);
  }

  @Test
  void a_badge_is_never_silent_for_longer_than_its_interval() {
    Wanted wanted = Wanted.revision(1);
    wanted.cadence = new Cadence(600_000, 20_000, 10_000, 0);
    bench.hub.desired = Optional.of(wanted.build());
    List<Long> spoke = new ArrayList<>();
    bench.watcher =
        effect -> {
          if (effect instanceof BadgeEffect.Publish) {
            spoke.add(bench.time.nowMs());
          }
        };
    bench.start().run(300_000);
    for (int i = 1; i < spoke.size(); i++) {
      assertThat(spoke.get(i) - spoke.get(i - 1)).isLessThanOrEqualTo(20_000);
    }
    long plain =
        bench.hub.heard.stream().filter(m -> m instanceof Status s && s.hello().isEmpty()).count();
    assertThat(plain).isBetween(10L, 16L);
  }

  @Test
  void another_longest_silence_is_told_at_once_though_records_go_more_often() {
    started().run(5_000);
    Wanted wanted = Wanted.revision(1);
    wanted.cadence = new Cadence(30_000, 120_000, 10_000, 0);
    bench.tell(new BadgeEvent.Heard(wanted.build()));
    bench.run(1_000);
    assertThat(lastPromisedMs()).isEqualTo(120_000);
  }

  @Test
  void a_sign_of_life_that_was_not_taken_is_said_again() {
    started().run(5_000);
    Wanted wanted = Wanted.revision(1);
    wanted.cadence = new Cadence(30_000, 120_000, 10_000, 0);
    bench.loss = 1;
    bench.tell(new BadgeEvent.Heard(wanted.build()));
    bench.effects(BadgeEffect.Publish.class).stream()
        .filter(publish -> publish.message() instanceof Status)
        .map(BadgeEffect.Publish::ticket)
        .reduce((_, newest) -> newest)
        .ifPresent(ticket -> bench.tell(new BadgeEvent.PublishFailed(ticket, "no receipt came")));
    bench.loss = 0;
    assertThat(lastPromisedMs()).isEqualTo(Cadence.DEFAULT.contactEveryMs());
    bench.run(6_000);
    assertThat(lastPromisedMs()).isEqualTo(120_000);
  }

  /** The longest silence that the hub was told last. */
  private long lastPromisedMs() {
    return bench.hub.heard.reversed().stream()
        .filter(Status.class::isInstance)
        .map(message -> ((Status) message).nextContactMs())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void never_more_messages_wait_for_a_receipt_than_the_hub_allows() {
    List<Long> open = new ArrayList<>();
    bench.watcher =
        effect -> {
          if (effect instanceof BadgeEffect.Publish publish) {
            open.add(publish.ticket());
            assertThat(open).hasSizeLessThanOrEqualTo(16);
          } else if (effect instanceof BadgeEffect.Disconnect) {
            open.clear();
          }
        };
    bench.loss = 1.0;
    Wanted wanted = Wanted.revision(1);
    wanted.cadence = new Cadence(100, 1_000, 1_000, 0);
    bench.start();
    bench.tell(new BadgeEvent.Connected(300_000, 16));
    bench.tell(new BadgeEvent.Heard(wanted.build()));
    bench.run(59_000);
    assertThat(open).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void a_session_without_any_receipt_is_given_up_and_opened_anew() {
    started().run(5_000);
    bench.loss = 1.0;
    bench.run(90_000);
    assertThat(bench.effects(BadgeEffect.Disconnect.class)).isNotEmpty();
    bench.loss = 0;
    bench.run(60_000);
    assertThat(bench.view().outbox().waiting()).isLessThan(8);
  }

  @Test
  void a_session_in_which_every_message_fails_is_given_up() {
    started().run(5_000);
    bench.loss = 1;
    bench.watcher =
        effect -> {
          if (effect instanceof BadgeEffect.Publish publish && bench.loss > 0) {
            long ticket = publish.ticket();
            bench.time.after(
                1, () -> bench.tell(new BadgeEvent.PublishFailed(ticket, "there is no session")));
          } else if (effect instanceof BadgeEffect.Disconnect) {
            bench.loss = 0;
          }
        };
    bench.run(120_000);
    assertThat(bench.effects(BadgeEffect.Disconnect.class)).isNotEmpty();
    assertThat(bench.inSession).isTrue();
  }

  @Test
  void after_a_longer_loss_of_the_link_the_session_is_opened_anew() {
    started().run(5_000);
    bench.link(false);
    bench.run(8_000);
    bench.link(true);
    assertThat(bench.view().uplink().state()).isEqualTo(UplinkView.State.WAITING);
    bench.run(15_000);
    assertThat(bench.view().uplink().counters().sessions()).isEqualTo(2);
  }

  @Test
  void roaming_between_access_points_keeps_the_session() {
    started().run(5_000);
    bench.link(false);
    bench.run(1_000);
    bench.link(true);
    bench.run(60_000);
    assertThat(bench.view().uplink().counters().sessions()).isEqualTo(1);
  }

  @Test
  void a_badge_that_stops_says_so_and_keeps_its_records_and_its_picture() {
    started().run(21_500);
    int refreshes = bench.refreshedAtMs.size();
    bench.tell(new BadgeEvent.Stopping());
    BadgeEffect.Disconnect last = bench.effects(BadgeEffect.Disconnect.class).getLast();
    assertThat(last.last().orElseThrow().phase()).isEqualTo(Status.Phase.OFF);
    bench.run(60_000);
    assertThat(bench.refreshedAtMs).hasSize(refreshes);
    assertThat(bench.badge).isNotNull();
    assertThat(bench.running().nextDeadlineMonoMs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void the_link_is_good_okay_flapping_or_dark() {
    started().run(1_000);
    assertThat(bench.view().uplink().link()).isEqualTo(LinkState.GOOD);
    bench.hubUp = false;
    bench.drop();
    bench.run(5_000);
    assertThat(bench.view().uplink().link()).isEqualTo(LinkState.DARK);
    bench.hubUp = true;
    for (int i = 0; i < 3; i++) {
      bench.run(20_000);
      bench.drop();
    }
    bench.run(20_000);
    assertThat(bench.view().uplink().link()).isEqualTo(LinkState.FLAPPING);
    bench.run(700_000);
    assertThat(bench.view().uplink().link()).isEqualTo(LinkState.GOOD);
  }

  @Test
  void a_report_carries_the_picture_until_the_hub_says_that_it_has_it() {
    bench.receiptsWithoutAcks = true;
    started().run(120_000);
    List<Reported> reports = reports();
    String hash = reports.getLast().glass().hash();
    assertThat(hash).isNotEmpty();
    List<Reported> ofGlass = reports.stream().filter(r -> r.glass().hash().equals(hash)).toList();
    assertThat(ofGlass).hasSizeGreaterThan(1).allMatch(r -> r.glass().frame().length > 0);
    bench.receiptsWithoutAcks = false;
    bench.run(120_000);
    bench.drop();
    bench.run(20_000);
    assertThat(reports().getLast().glass().frame()).isEmpty();
    assertThat(reports().getLast().glass().hash()).isEqualTo(hash);
  }

  @Test
  void reports_come_at_most_once_a_second_and_are_numbered() {
    bench.hub.desired = Optional.of(Wanted.revision(1).build());
    started().run(10_000);
    for (int n = 2; n < 40; n++) {
      bench.tell(new BadgeEvent.Heard(Wanted.revision(n).build()));
      bench.run(100);
    }
    bench.run(3_000);
    List<Reported> reports = reports();
    assertThat(reports).hasSizeLessThan(15);
    assertThat(reports.getLast().applied().n()).isEqualTo(39);
    assertThat(reports.stream().map(r -> r.order().n()).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  private List<Reported> reports() {
    return bench.hub.heard.stream()
        .filter(Reported.class::isInstance)
        .map(Reported.class::cast)
        .toList();
  }

  @Test
  void log_lines_reach_the_hub_once() {
    bench.panelFault = "BUSY stays high";
    started().run(60_000);
    List<String> lines = new ArrayList<>();
    for (UpMessage message : bench.hub.heard) {
      if (message instanceof io.baedge.model.message.DeviceLog log) {
        log.lines().forEach(line -> lines.add(line.text() + line.monoMs()));
      }
    }
    assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
    assertThat(lines).anyMatch(line -> line.contains("BUSY stays high"));
  }

  @Test
  void a_fresh_sample_travels_within_the_batch_delay() {
    started().run(60_000);
    Telemetry last =
        (Telemetry) bench.hub.heard.stream().filter(Telemetry.class::isInstance).toList().getLast();
    long ageMs = last.sentMonoMs() - last.samples().getFirst().monoMs();
    assertThat(ageMs).isLessThanOrEqualTo(7_500);
  }
}
