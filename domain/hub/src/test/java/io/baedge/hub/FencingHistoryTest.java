package io.baedge.hub;

import static io.baedge.hub.Rig.badge;
import static io.baedge.hub.Rig.device;
import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.Desired;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Badges change hands at random while reports are late, doubled and in any order. */
class FencingHistoryTest {
  private static final HubSettings SOUND = HubSettings.of(new SiteId("test"));
  private static final int BADGES = 4;
  private static final int DEVICES = 7;

  @Test
  void a_badge_only_ever_shows_the_glass_of_the_hand_over_in_force() {
    for (long seed = 1; seed <= 200; seed++) {
      assertThat(violations(seed, SOUND)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void taking_reports_without_fencing_is_found_out() {
    HubSettings faulty = SOUND.withFaults(EnumSet.of(HubFault.NO_FENCING));
    Set<String> found = new LinkedHashSet<>();
    for (long seed = 1; seed <= 10; seed++) {
      found.addAll(violations(seed, faulty));
    }
    assertThat(found).isNotEmpty();
  }

  private static Set<String> violations(long seed, HubSettings settings) {
    var random = new Random(seed);
    Rig rig = new Rig(settings, new MemoryHubStore(1));
    List<Request.NewBadge> badges = new ArrayList<>();
    for (int n = 1; n <= BADGES; n++) {
      badges.add(new Request.NewBadge(badge(n), List.of(), Optional.empty(), Optional.empty()));
    }
    rig.done(new Request.CreateBadges(badges));
    for (int n = 1; n <= DEVICES; n++) {
      rig.connect(device(n));
    }
    Set<String> violations = new LinkedHashSet<>();
    List<Runnable> late = new ArrayList<>();
    for (int step = 0; step < 60; step++) {
      BadgeId badge = badge(1 + random.nextInt(BADGES));
      DeviceId device = device(1 + random.nextInt(DEVICES));
      switch (random.nextInt(8)) {
        case 0 -> rig.ask(new Request.AssignDevice(badge, device.text(), Optional.empty()));
        case 1 -> rig.ask(new Request.ReplaceDevice(badge, device.text(), Optional.empty()));
        case 2 -> rig.ask(new Request.ReturnDevice(badge, Optional.empty()));
        case 3, 4 -> {
          Desired told = rig.desired(device);
          var report = rig.reported(told, told.token(), glass(device, told.token().value()));
          late.add(() -> rig.heard(device, report));
        }
        default -> {
          if (!late.isEmpty()) {
            int which = random.nextInt(late.size());
            (random.nextInt(5) == 0 ? late.get(which) : late.remove(which)).run();
          }
        }
      }
      if (random.nextInt(20) == 0) {
        rig.restart();
      }
      rig.rows.values().stream()
          .filter(row -> row.identity().badge().isPresent())
          .forEach(row -> check(rig, row, violations));
    }
    return violations;
  }

  private static void check(Rig rig, BadgeOverview row, Set<String> violations) {
    String shown = row.picture().hash();
    if (shown.isEmpty()) {
      return;
    }
    Optional<DeviceId> device = row.identity().device();
    boolean own =
        device.isPresent()
            && shown.equals(glass(device.get(), rig.desired(device.get()).token().value()));
    if (!own) {
      violations.add(row.key() + " shows " + shown + " on " + device);
    }
  }

  private static String glass(DeviceId device, long token) {
    return "glass of " + device + " under " + token;
  }
}
