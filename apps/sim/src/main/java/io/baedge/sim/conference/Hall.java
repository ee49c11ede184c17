package io.baedge.sim.conference;

import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Device;
import io.baedge.sim.scenario.Scenario;
import io.baedge.sim.venue.AccessPoint;
import io.baedge.sim.venue.Place;
import io.baedge.sim.venue.Radio;
import io.baedge.sim.venue.Room;
import io.baedge.sim.venue.Venue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Where the devices are and what their radios hear. */
final class Hall {
  private static final Spread SCAN = new Spread(500, 6_000);
  private static final Spread REFUSED = new Spread(10_000, 40_000);
  private static final Spread SEEK = new Spread(20_000, 60_000);

  private final VirtualTime time;
  private final Venue venue;
  private final Radio radio;
  private final Programme programme;
  private final Spread walkEvery;
  private final Network network;
  private final double neighbourM;
  private final List<Visitor> visitors = new ArrayList<>();

  private static final class Visitor {
    private final Device device;
    private final RandomGenerator random;
    private Room room;
    private Place place;
    private int point = -1;
    private int seeks;

    Visitor(Device device, RandomGenerator random, Room room) {
      this.device = device;
      this.random = random;
      this.room = room;
      this.place = room.centre();
    }
  }

  Hall(VirtualTime time, Scenario scenario, long wallAtZeroMs, Network network) {
    this.time = time;
    this.venue = scenario.venue();
    this.radio = new Radio(venue);
    this.programme = new Programme(venue, scenario.fleet().crowd(), wallAtZeroMs);
    this.walkEvery = scenario.fleet().walkEvery();
    this.network = network;
    this.neighbourM = scenario.fleet().neighbours().withinM();
    if (scenario.fleet().neighbours().heard()) {
      network.neighboursBy(this::near);
    }
  }

  Radio radio() {
    return radio;
  }

  void add(Device device, Chance own) {
    var visitor = new Visitor(device, own.stream("walk"), venue.rooms().getFirst());
    visitors.add(visitor);
    walk(visitor);
  }

  /** Takes an access point off the air for a while. */
  void cut(int point) {
    radio.cut(point);
    for (Visitor visitor : visitors) {
      if (visitor.point == point) {
        associate(visitor, -1);
        visitor.device.radio("", 0, 0);
        time.after(SCAN.draw(visitor.random), () -> listen(visitor));
      }
    }
  }

  /** Puts it back. */
  void restore(int point) {
    radio.restore(point);
    for (Visitor visitor : visitors) {
      if (visitor.point < 0) {
        time.after(SCAN.draw(visitor.random), () -> listen(visitor));
      }
    }
  }

  private void walk(Visitor visitor) {
    if (visitor.device.isScrapped()) {
      associate(visitor, -1);
      return;
    }
    Room room = programme.room(time.nowMs(), visitor.random);
    visitor.room = room;
    visitor.place =
        new Place(
            room.xM() + visitor.random.nextDouble() * room.widthM(),
            room.yM() + visitor.random.nextDouble() * room.depthM());
    network.air(visitor.device.number(), room.air());
    listen(visitor);
    if (neighbourM > 0) {
      network.moved(visitor.device, this::hear);
    }
    long stayMs = walkEvery.draw(visitor.random);
    time.after(programme.stayMs(time.nowMs(), stayMs, visitor.random), () -> walk(visitor));
  }

  private void listen(Visitor visitor) {
    if (visitor.device.isScrapped()) {
      return;
    }
    long refusals = radio.refusals();
    Radio.Heard heard =
        radio.choose(visitor.place, visitor.room.name(), visitor.point, visitor.random);
    associate(visitor, heard.point());
    if (heard.point() < 0) {
      visitor.device.radio("", 0, 0);
      if (radio.refusals() > refusals) {
        time.after(REFUSED.draw(visitor.random), () -> listen(visitor));
      }
    } else {
      AccessPoint point = radio.points().get(heard.point());
      visitor.device.radio(point.name(), heard.rssiDbm(), point.channel());
    }
    if (neighbourM > 0) {
      seek(visitor);
    }
  }

  /** A badge without an access point looks for neighbours now and then. */
  private void seek(Visitor visitor) {
    int seek = ++visitor.seeks;
    if (visitor.device.isScrapped()) {
      return;
    }
    boolean alone = visitor.point < 0;
    boolean guest = network.isGuest(visitor.device);
    visitor.device.neighbour(guest || (alone && !near(visitor.device).isEmpty()));
    if (alone || guest) {
      time.after(
          SEEK.draw(visitor.random),
          () -> {
            if (seek == visitor.seeks) {
              seek(visitor);
            }
          });
    }
  }

  /** Who could carry for a badge: those with an access point that it hears, the nearest first. */
  private List<Device> near(Device device) {
    Visitor self = visitors.get(device.number());
    List<Visitor> near = new ArrayList<>();
    for (Visitor other : visitors) {
      if (other != self && other.point >= 0 && other.device.isOn() && hear(self, other)) {
        near.add(other);
      }
    }
    near.sort(
        Comparator.comparingDouble((Visitor other) -> self.place.distanceM(other.place))
            .thenComparingInt(other -> other.device.number()));
    return near.stream().map(other -> other.device).toList();
  }

  private boolean hear(Device one, Device other) {
    return hear(visitors.get(one.number()), visitors.get(other.number()));
  }

  private boolean hear(Visitor one, Visitor other) {
    return one.room.equals(other.room) && one.place.distanceM(other.place) <= neighbourM;
  }

  private void associate(Visitor visitor, int point) {
    radio.moved(visitor.point, point);
    visitor.point = point;
  }
}
