package io.baedge.hub;

import static io.baedge.hub.Rig.badge;
import static io.baedge.hub.Rig.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.presence.PresenceSettings;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.model.id.SiteId;
import io.baedge.model.link.LinkState;
import io.baedge.model.message.Status;
import io.baedge.model.presence.Presence;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final long HOUR_MS = 3_600_000;

  @Test
  void silence_makes_a_badge_unreachable_then_disconnected_then_lost_and_a_word_brings_it_back() {
    Rig rig = new Rig().fleet(10);
    assertThat(presence(rig, 1)).isEqualTo(Presence.CONNECTED);
    othersSpeakFor(rig, 22_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.CONNECTED);
    othersSpeakFor(rig, 2_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNREACHABLE);
    othersSpeakFor(rig, 20_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNREACHABLE);
    othersSpeakFor(rig, 3_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.DISCONNECTED);
    othersSpeakFor(rig, 6 * HOUR_MS);
    assertThat(presence(rig, 1)).isEqualTo(Presence.LOST);
    assertThat(presence(rig, 2)).isEqualTo(Presence.CONNECTED);
    rig.heartbeat(device(1));
    assertThat(presence(rig, 1)).isEqualTo(Presence.CONNECTED);
    assertThat(rig.notes)
        .filteredOn(note -> note.kind() == HubNote.Kind.PRESENCE)
        .extracting(HubNote::text)
        .containsExactly(
            "disconnected, was unreachable", "lost, was disconnected", "connected, was lost");
  }

  @Test
  void a_badge_that_announced_a_longer_silence_has_it() {
    Rig rig = new Rig().fleet(10);
    rig.heard(device(1), rig.status(Status.Phase.ONLINE, 1, 1, 60_000, Optional.empty()));
    othersSpeakFor(rig, 89_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.CONNECTED);
    othersSpeakFor(rig, 2_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNREACHABLE);
    othersSpeakFor(rig, 90_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.DISCONNECTED);
  }

  @Test
  void a_sleeping_badge_is_asleep_until_it_should_be_awake() {
    Rig rig = new Rig().fleet(10);
    rig.heard(device(1), rig.status(Status.Phase.ASLEEP, 1, 1, HOUR_MS, Optional.empty()));
    rig.on(new HubEvent.DeviceClosed(device(1), "bye"));
    assertThat(presence(rig, 1)).isEqualTo(Presence.ASLEEP);
    othersSpeakFor(rig, HOUR_MS);
    assertThat(presence(rig, 1)).isEqualTo(Presence.ASLEEP);
    othersSpeakFor(rig, 24_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNREACHABLE);
  }

  @Test
  void a_sleeping_badge_stays_asleep_when_the_hub_restarts() {
    Rig rig = new Rig().fleet(10);
    rig.heard(device(1), rig.status(Status.Phase.ASLEEP, 1, 1, 2 * HOUR_MS, Optional.empty()));
    rig.restart();
    assertThat(presence(rig, 1)).isEqualTo(Presence.ASLEEP);
    othersSpeakFor(rig, HOUR_MS);
    assertThat(presence(rig, 1)).isEqualTo(Presence.ASLEEP);
    othersSpeakFor(rig, HOUR_MS + 30_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNREACHABLE);
  }

  @Test
  void a_badge_that_a_person_switched_off_is_disconnected_at_once_without_alarm() {
    Rig rig = new Rig().fleet(10);
    for (int n = 1; n <= 9; n++) {
      rig.heard(device(n), rig.status(Status.Phase.OFF, 1, 1, 0, Optional.empty()));
    }
    assertThat(presence(rig, 1)).isEqualTo(Presence.DISCONNECTED);
    assertThat(alarms(rig)).isZero();
  }

  @Test
  void a_will_counts_only_for_the_connection_that_it_belongs_to() {
    Rig rig = new Rig().fleet(10);
    Status oldWill = rig.status(Status.Phase.GONE, 1, 1, 0, Optional.empty());
    rig.connect(device(1), 1, 2);
    rig.heard(device(1), oldWill);
    assertThat(presence(rig, 1)).isEqualTo(Presence.CONNECTED);
    rig.heard(device(1), rig.status(Status.Phase.GONE, 1, 2, 0, Optional.empty()));
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNREACHABLE);
  }

  @Test
  void a_closed_connection_is_no_loss_while_a_newer_one_is_there() {
    Rig rig = new Rig().fleet(10);
    rig.connect(device(1), 1, 2);
    rig.on(new HubEvent.DeviceClosed(device(1), "taken over"));
    assertThat(presence(rig, 1)).isEqualTo(Presence.CONNECTED);
    rig.on(new HubEvent.DeviceClosed(device(1), "reset"));
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNREACHABLE);
  }

  @Test
  void after_a_hub_start_badges_are_unconfirmed_and_nobody_is_lost() {
    Rig rig = new Rig().fleet(10);
    rig.pass(600_000);
    rig.restart();
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNCONFIRMED);
    rig.heartbeat(device(2));
    assertThat(presence(rig, 2)).isEqualTo(Presence.CONNECTED);
    rig.pass(300_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNCONFIRMED);
    rig.pass(23_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.UNREACHABLE);
    rig.pass(60_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.DISCONNECTED);
    assertThat(alarms(rig)).isEqualTo(1);
  }

  @Test
  void when_many_badges_go_at_once_there_is_one_alarm_and_nobody_gets_lost() {
    Rig rig = shortLost().fleet(50);
    speak(rig, 21, 50, 60_000);
    assertThat(alarms(rig)).isEqualTo(1);
    assertThat(rig.counts.trouble().uplinkAlarm()).isTrue();
    speak(rig, 21, 50, HOUR_MS);
    assertThat(rig.counts.presence()).containsEntry(Presence.LOST, 0);
    assertThat(rig.counts.presence()).containsEntry(Presence.DISCONNECTED, 20);
    speak(rig, 8, 50, 30_000);
    assertThat(alarms(rig)).isEqualTo(1);
    assertThat(rig.counts.trouble().uplinkAlarm()).isFalse();
    speak(rig, 8, 50, 120_000);
    assertThat(rig.counts.presence()).containsEntry(Presence.LOST, 7);
  }

  @Test
  void when_few_badges_go_there_is_no_alarm_and_they_get_lost() {
    Rig rig = shortLost().fleet(50);
    speak(rig, 11, 50, HOUR_MS);
    assertThat(alarms(rig)).isZero();
    assertThat(rig.counts.presence()).containsEntry(Presence.LOST, 10);
  }

  @Test
  void a_badge_that_comes_and_goes_flaps() {
    Rig rig = new Rig().fleet(10);
    assertThat(rig.row(badge(1)).signs().link()).isEqualTo(LinkState.GOOD);
    for (int i = 2; i <= 4; i++) {
      rig.on(new HubEvent.DeviceClosed(device(1), "reset"));
      assertThat(rig.row(badge(1)).signs().link()).isEqualTo(LinkState.DARK);
      rig.connect(device(1), 1, i);
    }
    assertThat(rig.row(badge(1)).signs().link()).isEqualTo(LinkState.FLAPPING);
  }

  @Test
  void a_lossy_hall_raises_hardly_any_false_suspicion_and_real_silence_is_found_in_time() {
    long seed = 42;
    var random = new Random(seed);
    Rig rig = new Rig().fleet(20);
    int suspicions = 0;
    // Bursts of loss: a heartbeat is lost with 1 % in good and 30 % in bad times; TCP repeats it.
    boolean[] bad = new boolean[21];
    for (int step = 0; step < 4 * 240; step++) {
      for (int n = 1; n <= 20; n++) {
        bad[n] = random.nextInt(100) < (bad[n] ? 80 : 2);
        boolean lost = random.nextInt(100) < (bad[n] ? 5 : 1);
        if (!lost) {
          rig.heartbeat(device(n));
        }
        suspicions += presence(rig, n) == Presence.DISCONNECTED ? 1 : 0;
      }
      rig.pass(15_000);
    }
    double badgeHours = 20.0 * 4;
    assertThat(suspicions / badgeHours).as("seed %d", seed).isLessThanOrEqualTo(0.05);
    for (int n = 1; n <= 20; n++) {
      rig.heartbeat(device(n));
    }
    speak(rig, 2, 20, 46_000);
    assertThat(presence(rig, 1)).isEqualTo(Presence.DISCONNECTED);
  }

  private static Rig shortLost() {
    var presence = new PresenceSettings(900_000, 300_000, 30);
    return new Rig(HubSettings.of(new SiteId("test")).with(presence), new MemoryHubStore(1));
  }

  private static void othersSpeakFor(Rig rig, long ms) {
    speak(rig, 2, 10, ms);
  }

  /** Badges from to to are heard every 10 s for a while. */
  private static void speak(Rig rig, int from, int to, long ms) {
    for (long left = ms; left > 0; left -= 10_000) {
      for (int n = from; n <= to; n++) {
        rig.heartbeat(device(n));
      }
      rig.pass(Math.min(10_000, left));
    }
    rig.pass(0);
  }

  private static long alarms(Rig rig) {
    return rig.notes.stream()
        .filter(note -> note.kind() == HubNote.Kind.UPLINK && note.text().contains("went within"))
        .count();
  }

  private static Presence presence(Rig rig, int number) {
    return rig.row(badge(number)).signs().presence().orElseThrow();
  }
}
