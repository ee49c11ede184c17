package io.baedge.sim.conference;

import io.baedge.kit.time.VirtualTime;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Battery;
import io.baedge.sim.device.Device;
import io.baedge.sim.scenario.BatteryPlan;
import io.baedge.sim.scenario.MishapKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Batteries run out: the badge goes off, somebody notices, charges it and switches it on again. A
 * battery is looked at when something could have happened to it, not at every event.
 */
final class Batteries {
  private static final long LOOK_EVERY_MS = 600_000;
  private static final double UNDOCK_PERCENT = 90;
  private static final double START_PERCENT = 20;
  private static final double LAST_PERCENT = 3;
  private static final int FORGETFUL = 4;
  private static final Spread NOTICED = new Spread(60_000, 900_000);

  private final VirtualTime time;
  private final BatteryPlan plan;
  private final Counts counts;
  private final Consumer<Device> runsOut;
  private final List<State> states = new ArrayList<>();

  private static final class State {
    private final Device device;
    private final RandomGenerator random;
    private boolean empty;

    /** Nobody thinks of a charger before it is empty. */
    private boolean forgotten;

    private int looks;

    State(Device device, RandomGenerator random) {
      this.device = device;
      this.random = random;
    }
  }

  /**
   * Nobody's yet.
   *
   * @param runsOut is told of a device that is on and about to go off because nothing is left
   */
  Batteries(VirtualTime time, BatteryPlan plan, Counts counts, Consumer<Device> runsOut) {
    this.time = time;
    this.plan = plan;
    this.counts = counts;
    this.runsOut = runsOut;
  }

  /** The battery of a new board. */
  static Battery of(BatteryPlan plan, RandomGenerator random) {
    if (!plan.runsOut()) {
      return Battery.handedOut(random, 0);
    }
    int spread = plan.fullestPercent() - plan.emptiestPercent();
    double percent = plan.emptiestPercent() + random.nextDouble() * spread;
    return new Battery(percent, plan.percentPerHour() * (0.8 + 0.4 * random.nextDouble()), 0);
  }

  /** Devices are added in the order of their numbers. */
  void add(Device device, Chance own) {
    var state = new State(device, own.stream("charging"));
    states.add(state);
    if (plan.runsOut()) {
      time.after(1_000, () -> look(state, 0));
    }
  }

  /** Whether the battery has enough for a start. */
  boolean mayStart(Device device) {
    return !states.get(device.number()).empty;
  }

  /** Leaves a last rest in the battery of the device; false when it is about to run out anyway. */
  boolean runDown(Device device) {
    State state = states.get(device.number());
    long now = time.nowMs();
    if (!device.isOn() || device.battery().percent(now, true) < LAST_PERCENT) {
      return false;
    }
    state.looks++;
    device.battery().dock(false, true, now);
    state.forgotten = true;
    device.battery().runDown(1 + state.random.nextDouble() * (LAST_PERCENT - 1), true, now);
    again(state);
    return true;
  }

  /** Everybody has a charger now. */
  void calm() {
    for (State state : states) {
      state.device.battery().dock(true, state.device.isOn(), time.nowMs());
      state.empty = false;
      state.looks++;
    }
  }

  private void look(State state, int looks) {
    // Looking again out of turn replaces the look that was planned.
    if (state.looks != looks || state.device.isScrapped()) {
      return;
    }
    state.looks++;
    Device device = state.device;
    Battery battery = device.battery();
    long now = time.nowMs();
    double percent = battery.percent(now, device.isOn());
    if (battery.docked()) {
      charge(state, percent);
    } else if (percent <= 0 && !state.empty) {
      state.empty = true;
      state.forgotten = false;
      if (device.isOn()) {
        counts.happened(MishapKind.BATTERY_EMPTY, now);
        runsOut.accept(device);
      }
      device.powerOff();
      dockAfter(state, NOTICED.draw(state.random));
      return;
    } else if (percent < plan.chargeBelowPercent()
        && !state.forgotten
        && state.random.nextInt(FORGETFUL) > 0) {
      battery.dock(true, device.isOn(), now);
    }
    again(state);
  }

  private void charge(State state, double percent) {
    if (percent >= START_PERCENT && state.empty) {
      state.empty = false;
      state.device.powerOn();
    }
    if (percent >= UNDOCK_PERCENT) {
      state.device.battery().dock(false, state.device.isOn(), time.nowMs());
    }
  }

  private void dockAfter(State state, long afterMs) {
    int looks = state.looks;
    time.after(
        afterMs,
        () -> {
          if (state.looks == looks) {
            state.device.battery().dock(true, state.device.isOn(), time.nowMs());
            again(state);
          }
        });
  }

  private void again(State state) {
    Battery battery = state.device.battery();
    boolean on = state.device.isOn();
    double goal = battery.docked() ? (state.empty ? START_PERCENT : UNDOCK_PERCENT) : 0;
    long untilMs = battery.msUntil(goal, on, time.nowMs());
    int looks = state.looks;
    time.after(Math.clamp(untilMs, 1_000, LOOK_EVERY_MS), () -> look(state, looks));
  }
}
