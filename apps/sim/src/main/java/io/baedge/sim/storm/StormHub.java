package io.baedge.sim.storm;

import io.baedge.kit.rate.Admission;
import io.baedge.kit.rate.FloodGate;
import io.baedge.sim.storm.StormPlan.StormFault;
import java.util.random.RandomGenerator;

/**
 * The hub's door. With admission control an answer costs the hub next to nothing; without it every
 * attempt joins a queue and costs its full price, also when the badge has given up meanwhile
 * (methods.md 1.6).
 */
final class StormHub {
  private final Admission admission;
  private final FloodGate flood;
  private final boolean guarded;
  private final double serveMs;
  private double freeAtMs;

  /** What the badge gets, and when. */
  sealed interface Reply {
    /** It is in after so long. */
    record In(double afterMs) implements Reply {}

    /** It is told a slot. */
    record Later(long retryAfterMs) implements Reply {}

    /** The socket is closed without a word. */
    record Closed() implements Reply {}
  }

  StormHub(StormPlan plan, RandomGenerator random, long nowMs) {
    this.guarded = !plan.faults().contains(StormFault.NO_ADMISSION);
    this.admission =
        guarded ? new Admission(plan.connectsPerS(), random, nowMs) : Admission.open(random);
    this.flood = new FloodGate(plan.connectsPerS());
    this.serveMs = 1000.0 / plan.connectsPerS();
    this.freeAtMs = nowMs;
  }

  Reply knock(String client, long nowMs) {
    if (guarded && !flood.letsThrough(nowMs)) {
      return new Reply.Closed();
    }
    return switch (admission.ask(client, nowMs)) {
      case Admission.Answer.Refused(long retryAfterMs) -> new Reply.Later(retryAfterMs);
      case Admission.Answer.Admitted() -> {
        if (guarded) {
          yield new Reply.In(0);
        }
        freeAtMs = Math.max(freeAtMs, (double) nowMs) + serveMs;
        yield new Reply.In(freeAtMs - nowMs);
      }
    };
  }

  long turnedAway() {
    return flood.turnedAway();
  }
}
