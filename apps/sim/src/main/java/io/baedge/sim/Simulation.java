package io.baedge.sim;

import io.baedge.sim.conference.ConferenceSimulator;
import io.baedge.sim.conference.SimulationOptions;
import io.baedge.sim.report.SimulationReport;
import io.baedge.sim.scenario.Scenario;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Runs scenarios. */
public final class Simulation {
  private Simulation() {}

  /** Runs one seed on this thread. The same seed gives the same digest, always and everywhere. */
  public static SimulationReport run(Scenario scenario, long seed, SimulationOptions options) {
    return new ConferenceSimulator(scenario, seed, options).run();
  }

  /** Seeds to run, both ends included, and on how many threads. */
  public record Seeds(long from, long to, int threads) {
    public Seeds {
      if (to < from || threads < 1) {
        throw new IllegalArgumentException(
            "seeds need from <= to and at least 1 thread, not "
                + from
                + ".."
                + to
                + " and "
                + threads);
      }
    }
  }

  /**
   * Runs many seeds, several at a time.
   *
   * @param onReport gets each report in the order of the seeds; false ends the runs
   * @return the reports in the order of the seeds, as far as they were asked for
   */
  public static List<SimulationReport> runSeeds(
      Scenario scenario,
      Seeds seeds,
      SimulationOptions options,
      Predicate<SimulationReport> onReport)
      throws InterruptedException {
    List<SimulationReport> reports = new ArrayList<>();
    Deque<Future<SimulationReport>> running = new ArrayDeque<>();
    ExecutorService threads = Executors.newFixedThreadPool(seeds.threads());
    try {
      long next = seeds.from();
      boolean wanted = true;
      while (wanted && (next <= seeds.to() || !running.isEmpty())) {
        while (next <= seeds.to() && running.size() < 2 * seeds.threads()) {
          long seed = next++;
          running.add(threads.submit(() -> run(scenario, seed, options)));
        }
        SimulationReport report = running.remove().get();
        reports.add(report);
        wanted = onReport.test(report);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run ended without a report", e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return reports;
  }
}
