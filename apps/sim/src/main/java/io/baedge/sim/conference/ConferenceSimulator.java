package io.baedge.sim.conference;

import io.baedge.hub.HubSettings;
import io.baedge.hub.desired.Capacity;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.id.SiteId;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Battery;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.World;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.MishapKind;
import io.baedge.sim.scenario.Scenario;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Runs one scenario with one seed: the badge's and the hub's own decisions in virtual time, on one
 * thread, with every invariant looked at as things happen.
 */
public final class ConferenceSimulator {
  /** Wall time at the beginning: a day like any other. */
  private static final long WALL_AT_ZERO_MS = 1_790_000_000_000L;

  private static final Spread COMPOSING = new Spread(20, 150);
  private static final Spread CARD_WRITE = new Spread(5, 60);
  private static final Spread SWITCHED_ON = new Spread(0, 20_000);
  private static final long SWEEP_EVERY_MS = 60_000;
  private static final long FIRST_BACKUP_MS = 30_000;
  private static final int MOST_NEW_DEVICES = 256;

  /** The counts are for people, who do not look here. */
  private static final long COUNTS_EVERY_MS = 10_000;

  private final Scenario scenario;
  private final long seed;
  private final VirtualTime time = new VirtualTime(0);
  private final Counts counts;
  private final List<Device> devices = new ArrayList<>();
  private final Watch watch;
  private final HubHost hub;
  private final Network network;
  private final Hall hall;
  private final Desk desk;
  private final Batteries batteries;
  private final Backups backups;
  private final Mishaps mishaps;

  // What a board is made of.
  private final World world;
  private final Chance chance;
  private final SimulationOptions options;

  /** Sets the scene. */
  public ConferenceSimulator(Scenario scenario, long seed, SimulationOptions options) {
    this.scenario = scenario;
    this.seed = seed;
    this.options = options;
    this.chance = new Chance(seed);
    long wallAtZeroMs =
        scenario.fleet().crowd().sessions().isEmpty()
            ? WALL_AT_ZERO_MS
            : scenario.fleet().crowd().opensMs();
    int deviceCount = scenario.fleet().badges() + scenario.fleet().spares();
    var pictures = new Pictures(options.composer());
    this.watch =
        new Watch(time, scenario, Collections.unmodifiableList(devices), mostDevices(), pictures);
    this.counts = new Counts(watch.timeline());
    this.hub =
        new HubHost(
            time, wallAtZeroMs, hubSettings(options), scenario.hub(), chance, watch.atHub());
    this.network = new Network(time, scenario, hub, counts, new MessageCheck(options.codecEvery()));
    this.hall = new Hall(time, scenario, wallAtZeroMs, network);
    this.batteries = new Batteries(time, scenario.fleet().batteries(), counts, watch::runsOut);
    this.world = new World(time, wallAtZeroMs, pictures, COMPOSING, CARD_WRITE, watch.atDevices());
    this.desk = new Desk(time, hub, counts);
    for (int i = 0; i < deviceCount; i++) {
      Device device = addDevice();
      time.at(SWITCHED_ON.draw(own(i).stream("switch")), device::powerOn);
    }
    watch.begin(network, desk);
    this.backups = new Backups(time, hub, desk, watch.records(), scenario.hub().backupEveryMs());
    this.mishaps =
        new Mishaps(
            time,
            new Mishaps.Site(hub, backups, network, hall, desk),
            new BoardMishaps(
                time,
                Collections.unmodifiableList(devices),
                batteries,
                desk,
                counts,
                this::anotherDevice),
            counts);
    planTheDay();
  }

  private int mostDevices() {
    boolean wipes = scenario.trouble().plans(MishapKind.CARD_WIPED);
    return scenario.fleet().badges() + scenario.fleet().spares() + (wipes ? MOST_NEW_DEVICES : 0);
  }

  private HubSettings hubSettings(SimulationOptions options) {
    int perSecond = (int) Math.max(1, scenario.hub().admissionsPerSecond());
    return HubSettings.of(new SiteId("sim"))
        .with(new Capacity(perSecond, Capacity.DEFAULT.keepAlivesPerS()))
        .with(HubSettings.Bounds.DEFAULT.countingEveryMs(COUNTS_EVERY_MS))
        .withFaults(options.hubFaults());
  }

  private Chance own(int number) {
    return chance.of("device", number);
  }

  private Device addDevice() {
    int number = devices.size();
    Chance own = own(number);
    Battery battery = Batteries.of(scenario.fleet().batteries(), own.stream("battery"));
    var making = new Boards.Making(scenario.fleet().neighbours(), options.badgeFaults());
    Device device = Boards.board(number, world, network, own, battery, making);
    devices.add(device);
    network.add(device, own);
    batteries.add(device, own);
    hall.add(device, own);
    return device;
  }

  /** The board of a device whose card is empty: a new key, and so a new device. */
  private Device anotherDevice(Device old) {
    if (devices.size() >= mostDevices()) {
      return old;
    }
    Device device = addDevice();
    watch.joined(device);
    return device;
  }

  private void planTheDay() {
    time.at(
        0,
        () -> {
          hub.start();
          desk.open(List.copyOf(devices), scenario.fleet());
        });
    if (scenario.trouble().plans(MishapKind.HUB_RESTORED)) {
      backups.begin(FIRST_BACKUP_MS);
    }
    mishaps.plan(scenario.trouble().mishaps(), chance);
    time.at(scenario.timing().faultsMs(), mishaps::calm);
    time.at(SWEEP_EVERY_MS, this::sweep);
  }

  private void sweep() {
    watch.sweep(hub);
    time.after(SWEEP_EVERY_MS, this::sweep);
  }

  /** Runs until the end or until an invariant breaks. */
  public SimulationReport run() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long startedNs = threads.getCurrentThreadCpuTime();
    Optional<SimulationReport.Failure> failure = Optional.empty();
    try {
      while (time.nextDueMs() <= scenario.timing().totalMs()) {
        time.step();
      }
      watch.end(hub);
      demand();
    } catch (InvariantBroken broken) {
      failure = Optional.of(failure(broken, broken.device()));
    } catch (RuntimeException | StackOverflowError thrown) {
      // A decision that throws is a finding like any other; it needs the same report.
      failure = Optional.of(failure(thrown));
    }
    return new SimulationReport(
        scenario.name(),
        seed,
        watch.digest(),
        new SimulationReport.Extent(devices.size(), time.nowMs(), time.stepsDone()),
        new SimulationReport.Course(watch.counts(counts, network.tally(), hub), watch.timeline()),
        failure,
        new SimulationReport.Effort(threads.getCurrentThreadCpuTime() - startedNs));
  }

  /** A mild day must not pass as a bad one. */
  private void demand() {
    for (MishapKind kind : scenario.trouble().demanded()) {
      if (counts.of(kind.word()) == 0) {
        throw new InvariantBroken(
            Invariant.DEMANDED_MISHAPS_HAPPEN, -1, "no " + kind.word() + " happened");
      }
    }
  }

  private SimulationReport.Failure failure(InvariantBroken broken, int device) {
    return new SimulationReport.Failure(
        broken.invariant().word(),
        String.valueOf(broken.getMessage()),
        time.stepsDone(),
        time.nowMs(),
        watch.trace(device));
  }

  private SimulationReport.Failure failure(Throwable thrown) {
    var detail = new StringBuilder(String.valueOf(thrown));
    StackTraceElement[] stack = thrown.getStackTrace();
    for (int i = 0; i < Math.min(12, stack.length); i++) {
      detail.append("\n    at ").append(stack[i]);
    }
    return new SimulationReport.Failure(
        Invariant.NO_EXCEPTION.word(),
        detail.toString(),
        time.stepsDone(),
        time.nowMs(),
        watch.trace(watch.busyWith()));
  }
}
