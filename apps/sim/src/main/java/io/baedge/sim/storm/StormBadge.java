package io.baedge.sim.storm;

import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.Uplink;
import io.baedge.badge.uplink.UplinkOrders;
import io.baedge.badge.uplink.Way;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.Now;
import io.baedge.model.desired.Cadence;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.sim.storm.StormPlan.StormFault;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One badge of a storm: only its uplink lives. */
final class StormBadge implements UplinkOrders {
  private static final long EPOCH = 1;
  private static final Status.Hello HELLO = new Status.Hello(1, List.of(), DeviceFacts.UNKNOWN);
  private static final List<Way> WAYS = List.of(Way.anywhere(List.of(new HubAddress("hub", 1883))));
  private static final int RECEIVE_MAXIMUM = 32;

  final String name;
  private final VirtualTime time;
  private final Air air;
  private final Uplink uplink;

  /** Ends what an earlier attempt still has under way. */
  private int attempt;

  private boolean done;
  private long plannedMs = Long.MAX_VALUE;
  int attemptsAtHub;

  /** Carries an attempt to the hub. */
  interface Air {
    void attempt(StormBadge badge, int attempt, long timeoutMs);
  }

  StormBadge(int number, VirtualTime time, Air air, StormPlan plan, RandomGenerator random) {
    this.name = "badge-" + number;
    this.time = time;
    this.air = air;
    boolean jitter = !plan.faults().contains(StormFault.NO_JITTER);
    this.uplink = new Uplink(this, WAYS, EPOCH, HELLO, random, jitter);
  }

  /** Is in session, with the cadence that the hub told. */
  void begin(Cadence cadence) {
    uplink.start(now());
    uplink.radio(true, 0, 0, now());
    uplink.cadence(cadence, time.nowMs());
    uplink.tick(0, now());
    uplink.connected(RECEIVE_MAXIMUM, 0, now());
  }

  void loseLink() {
    uplink.link(false, now());
  }

  void loseSession() {
    uplink.closed("the hub is gone", now());
    plan();
  }

  void seeLink() {
    uplink.link(true, now());
    plan();
  }

  @Override
  public void connect(int hub, Status will, long keepAliveMs, long timeoutMs) {
    attempt++;
    air.attempt(this, attempt, timeoutMs);
  }

  @Override
  public void join(String network) {
    // Its only network is there.
  }

  @Override
  public void disconnect(String reason, Optional<Status> last) {
    attempt++;
  }

  @Override
  public void publish(long ticket, UpMessage message) {
    // The storm ends for a badge when it is in.
  }

  /** The hub let it in; false when it no longer waits for that. */
  boolean in(int ofAttempt) {
    if (done || ofAttempt != attempt || !uplink.connected(RECEIVE_MAXIMUM, 0, now())) {
      return false;
    }
    done = true;
    return true;
  }

  void later(int ofAttempt, long retryAfterMs) {
    if (!done && ofAttempt == attempt) {
      uplink.refused("come back in your slot", retryAfterMs, now());
      plan();
    }
  }

  void failed(int ofAttempt, String reason) {
    if (!done && ofAttempt == attempt) {
      uplink.attemptFailed(reason, now());
      plan();
    }
  }

  private void plan() {
    long dueMs = uplink.deadlineMonoMs();
    if (!done && dueMs < plannedMs) {
      plannedMs = dueMs;
      time.at(dueMs, () -> tick(dueMs));
    }
  }

  private void tick(long dueMs) {
    if (done || dueMs != plannedMs) {
      return;
    }
    plannedMs = Long.MAX_VALUE;
    if (uplink.deadlineMonoMs() <= time.nowMs()) {
      uplink.tick(0, now());
    }
    plan();
  }

  private Now now() {
    return Now.synced(time.nowMs(), time.nowMs());
  }
}
