package io.baedge.sim.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.screen.PictureRequest;
import io.baedge.badge.uplink.HubAddress;
import io.baedge.model.desired.Session;
import io.baedge.model.id.DeviceId;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.FrameReport;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.device.Device;
import io.baedge.sim.venue.Venue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static final int DEVICES = 40;
  private static final long WALL_MS = 1_790_000_000_000L;

  private final FakeLink link = new FakeLink();
  private final Deque<Runnable> inbox = new ArrayDeque<>();
  private final List<Session> sessions =
      List.of(new Session("Hall", "Keynote", "", WALL_MS + 400_000, WALL_MS + 3_600_000));
  private final CrowdPlan plan =
      new CrowdPlan(
          DEVICES,
          Venue.along(List.of("Hall", "Lounge", "Workshop")),
          sessions,
          List.of(new HubAddress("hub", 1883)),
          WALL_MS,
          1);
  private final Crowd crowd =
      new Crowd(plan, link, CrowdTest::compose, Cards.inMemory(), new Chance(1), inbox::add);

  @Test
  void everybody_connects_gets_a_name_and_hands_in_samples() {
    crowd.start();
    runTo(60_000);

    CrowdSummary summary = crowd.summary();
    assertThat(summary.on()).isEqualTo(DEVICES);
    assertThat(summary.connected()).isEqualTo(DEVICES);
    assertThat(summary.owned()).isEqualTo(DEVICES);
    assertThat(summary.withPicture()).isEqualTo(DEVICES);
    assertThat(summary.samples().taken()).isGreaterThan(DEVICES * 10L);
    assertThat(summary.samples().acknowledged())
        .isGreaterThan(0)
        .isLessThanOrEqualTo(summary.samples().taken());
  }

  @Test
  void the_ledger_says_what_the_hub_acknowledged() {
    crowd.start();
    runTo(90_000);

    for (Ledger.Row row : crowd.ledger().rows()) {
      long atHub = link.received.get(row.device() + "/" + row.epoch()).contiguous();
      assertThat(row.acknowledged()).isEqualTo(atHub).isLessThanOrEqualTo(row.taken());
    }
    assertThat(crowd.ledger().rows()).hasSize(DEVICES);
  }

  @Test
  void people_walk_to_the_session() {
    crowd.start();
    runTo(30_000);
    long before = stationsInHall();
    runTo(600_000);

    assertThat(stationsInHall()).isGreaterThan(before).isGreaterThan(DEVICES * 2L / 3);
  }

  @Test
  void a_cut_access_point_takes_the_link_of_its_stations_only() {
    crowd.start();
    runTo(30_000);
    List<Crowd.PointState> points = crowd.accessPoints();
    Crowd.PointState busiest =
        points.stream().max(java.util.Comparator.comparingInt(Crowd.PointState::stations)).get();

    assertThat(crowd.setAccessPoint(busiest.point().name(), false)).isTrue();

    assertThat(link.vanished).isEqualTo(busiest.stations());
    assertThat(crowd.summary().cutAccessPoints()).isEqualTo(1);
    runTo(35_000);
    assertThat(crowd.accessPoints().stream().filter(Crowd.PointState::cut))
        .singleElement()
        .satisfies(point -> assertThat(point.stations()).isZero());
    crowd.setAccessPoint(busiest.point().name(), true);
    runTo(90_000);
    assertThat(crowd.summary().connected()).isEqualTo(DEVICES);
    assertThat(crowd.setAccessPoint("ap-none", false)).isFalse();
  }

  @Test
  void a_pulled_battery_ends_the_epoch_and_a_new_one_begins() {
    crowd.start();
    runTo(30_000);
    DeviceId device = crowd.devices().getFirst();

    assertThat(crowd.pullBattery(device, 10_000)).isTrue();
    assertThat(crowd.pullBattery(device, 10_000)).isFalse();
    assertThat(crowd.summary().on()).isEqualTo(DEVICES - 1);
    runTo(90_000);

    assertThat(crowd.summary().connected()).isEqualTo(DEVICES);
    assertThat(crowd.device(device).map(Device::epoch)).contains(2L);
    assertThat(crowd.ledger().rows().stream().filter(row -> row.device().equals(device)))
        .extracting(Ledger.Row::epoch)
        .containsExactly(1L, 2L);
  }

  @Test
  void badges_find_a_hub_that_was_gone() {
    crowd.start();
    runTo(30_000);
    link.goDown();
    runTo(60_000);
    assertThat(crowd.summary().connected()).isZero();

    link.up = true;
    runTo(120_000);
    assertThat(crowd.summary().connected()).isEqualTo(DEVICES);
  }

  @Test
  void everybody_says_good_bye_at_the_end() {
    crowd.start();
    runTo(30_000);
    crowd.stop();

    assertThat(link.closed).isEqualTo(DEVICES);
    assertThat(link.open).isEmpty();
  }

  @Test
  void the_ids_are_known_before_the_crowd_is_built() {
    assertThat(Crowd.deviceIds(DEVICES, new Chance(1))).isEqualTo(crowd.devices());
  }

  private long stationsInHall() {
    return crowd.accessPoints().stream()
        .filter(state -> state.point().room().equals("Hall"))
        .mapToLong(Crowd.PointState::stations)
        .sum();
  }

  private void runTo(long untilMs) {
    for (long at = crowd.nowMs() + 10; at <= untilMs; at += 10) {
      crowd.runUntil(at);
      while (!inbox.isEmpty()) {
        inbox.remove().run();
      }
    }
  }

  static Composition compose(Device device, PictureRequest picture) {
    int hash = picture.hashCode() * 31 + device.number();
    byte[] dots = new byte[32];
    for (int i = 0; i < dots.length; i++) {
      dots[i] = (byte) ((hash >>> i) & 1);
    }
    return new Composition(
        new Frame(8, 4, Palette.BW, dots),
        new FrameReport(List.of(), List.of(), List.of(), List.of(), List.of()));
  }
}
