package io.baedge.sim.storm;

import io.baedge.hub.desired.Capacity;
import io.baedge.hub.desired.FleetCadence;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.desired.Cadence;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.storm.StormPlan.Return;
import io.baedge.sim.storm.StormPlan.StormFault;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One storm in virtual time: the very classes that connect a badge (uplink, back-off) and guard a
 * hub (admission, flood gate). Assumed, as in methods.md 1.6: all are lost within half a second, a
 * round trip takes 50 ms, nothing is lost on the way once the hub is back.
 */
public final class Storm {
  private static final long SPREAD_MS = 500;
  private static final long ONE_WAY_MS = 25;
  private static final long PATIENCE_MS = 1_800_000;

  private final StormPlan plan;
  private final VirtualTime time = new VirtualTime(0);
  private final List<StormBadge> badges;
  private final StormHub hub;
  private final long backMs;
  private final int[] perSecond = new int[(int) (PATIENCE_MS / 1_000) + 2];
  private int in;
  private long attempts;
  private long t99Ms = Long.MAX_VALUE;

  private Storm(StormPlan plan, long seed) {
    this.plan = plan;
    this.backMs = SPREAD_MS + plan.outageMs();
    var chance = new Chance(seed);
    this.hub = new StormHub(plan, chance.stream("admission"), backMs);
    this.badges = new ArrayList<>(plan.badges());
    for (int i = 0; i < plan.badges(); i++) {
      badges.add(new StormBadge(i, time, this::knock, plan, chance.stream("badge", i)));
    }
    Cadence cadence = cadence();
    badges.forEach(badge -> badge.begin(cadence));
    begin(chance.stream("spread"));
  }

  /** Runs a storm; the same plan and seed give the same result everywhere. */
  public static StormResult run(StormPlan plan, long seed) {
    return new Storm(plan, seed).run();
  }

  private Cadence cadence() {
    Cadence told =
        FleetCadence.of(
            plan.badges(), new Capacity(plan.connectsPerS(), Capacity.DEFAULT.keepAlivesPerS()));
    return plan.faults().contains(StormFault.NO_WINDOW)
        ? new Cadence(told.sampleEveryMs(), told.contactEveryMs(), told.backoffCapMs(), 0)
        : told;
  }

  private void begin(RandomGenerator spread) {
    boolean seen = plan.how() == Return.SEEN;
    for (StormBadge badge : badges) {
      long lostMs = 1 + spread.nextLong(SPREAD_MS);
      long seenMs = backMs + spread.nextLong(SPREAD_MS);
      time.at(
          lostMs,
          () -> {
            if (seen) {
              badge.loseLink();
            }
            badge.loseSession();
          });
      if (seen) {
        time.at(seenMs, badge::seeLink);
      }
    }
  }

  private StormResult run() {
    int enough = (int) Math.ceil(0.99 * plan.badges());
    // Nobody hears the last badge of a storm that has been judged already.
    while (time.nextDueMs() <= backMs + PATIENCE_MS && in < plan.badges()) {
      time.step();
      if (in >= enough && t99Ms == Long.MAX_VALUE) {
        t99Ms = time.nowMs() - backMs;
      }
    }
    int peak = 0;
    int peakLater = 0;
    for (int second = 0; second < perSecond.length; second++) {
      peak = Math.max(peak, perSecond[second]);
      peakLater = second == 0 ? 0 : Math.max(peakLater, perSecond[second]);
    }
    int most = badges.stream().mapToInt(badge -> badge.attemptsAtHub).max().orElse(0);
    return new StormResult(plan, t99Ms, peak, peakLater, attempts, most, hub.turnedAway());
  }

  /** An attempt is on its way; while the hub is away nobody answers it. */
  private void knock(StormBadge badge, int attempt, long timeoutMs) {
    long arrivesMs = time.nowMs() + ONE_WAY_MS;
    long givesUpMs = time.nowMs() + timeoutMs;
    if (time.nowMs() == 0) {
      return;
    }
    if (arrivesMs < backMs) {
      time.at(givesUpMs, () -> badge.failed(attempt, "nobody answers"));
      return;
    }
    time.at(arrivesMs, () -> arrive(badge, attempt, givesUpMs));
  }

  private void arrive(StormBadge badge, int attempt, long givesUpMs) {
    attempts++;
    badge.attemptsAtHub++;
    int second = (int) ((time.nowMs() - backMs) / 1_000);
    if (second < perSecond.length) {
      perSecond[second]++;
    }
    switch (hub.knock(badge.name, time.nowMs())) {
      case StormHub.Reply.Later(long retryAfterMs) ->
          time.after(ONE_WAY_MS, () -> badge.later(attempt, retryAfterMs));
      case StormHub.Reply.Closed() ->
          time.after(ONE_WAY_MS, () -> badge.failed(attempt, "the connection was closed"));
      case StormHub.Reply.In(double afterMs) -> {
        long inMs = time.nowMs() + (long) afterMs + ONE_WAY_MS;
        if (inMs < givesUpMs) {
          time.at(inMs, () -> enter(badge, attempt));
        } else {
          time.at(givesUpMs, () -> badge.failed(attempt, "the hub did not answer"));
        }
      }
    }
  }

  private void enter(StormBadge badge, int attempt) {
    if (badge.in(attempt)) {
      in++;
    }
  }
}
