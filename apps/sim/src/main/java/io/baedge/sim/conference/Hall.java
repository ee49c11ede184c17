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
import java.util.List;
import java.util.random.RandomGenerator;

/** Where the devices are and what their radios hear. */
final class Hall {
  private static final Spread SCAN = new Spread(500, 6_000);
  private static final Spread REFUSED = new Spread(10_000, 40_000);

  private final VirtualTime time;
  private final Venue venue;
  private final Radio radio;
  private final Programme programme;
  private final Spread walkEvery;
  private final Network network;
  private final List<Visitor> visitors = new ArrayList<>();

  private static final class Visitor {
    private final Device device;
    private final RandomGenerator random;
    private Room room;
    private Place place;
    private int point = -1;

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
  }

  private void associate(Visitor visitor, int point) {
    radio.moved(visitor.point, point);
    visitor.point = point;
  }
}
