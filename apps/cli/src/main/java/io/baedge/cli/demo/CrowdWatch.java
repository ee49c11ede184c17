package io.baedge.cli.demo;

import io.baedge.sim.crowd.Crowd;
import io.baedge.sim.crowd.CrowdSummary;
import io.baedge.sim.crowd.CrowdThread;
import io.baedge.sim.crowd.Ledger;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Asks the crowd from another thread; a crowd that has stopped is told as the demo's failure. */
final class CrowdWatch {
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(20);
  private static final long LOOK_EVERY_MS = 100;

  private final CrowdThread crowd;

  CrowdWatch(CrowdThread crowd) {
    this.crowd = crowd;
  }

  /** The crowd in numbers. */
  CrowdSummary summary() throws Demo.Failed {
    return ask(Crowd::summary);
  }

  /** What was taken and acknowledged. */
  Ledger ledger() throws Demo.Failed {
    return ask(Crowd::ledger);
  }

  /**
   * Lets what was pushed in the last moment reach the glasses, and badges between two sessions
   * connect again, within a limit or until stopped.
   */
  CrowdSummary settled(CountDownLatch stop) throws Demo.Failed, InterruptedException {
    long limitNs = System.nanoTime() + SETTLE_LIMIT.toNanos();
    CrowdSummary summary = summary();
    while (!DemoSummary.settled(summary)
        && System.nanoTime() < limitNs
        && !stop.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
      summary = summary();
    }
    return summary;
  }

  /** Lets the badges say good-bye. */
  void end() {
    crowd.close();
  }

  private <T> T ask(Function<Crowd, T> question) throws Demo.Failed {
    try {
      return crowd.call(question).join();
    } catch (CompletionException e) {
      Throwable failure = crowd.failure();
      throw new Demo.Failed("the crowd stopped: " + (failure == null ? e.getCause() : failure));
    }
  }
}
