package io.baedge.badge.work;

import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.WorkloadUse;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Decides which workloads run. One with a stop_on_client_after is stopped when the hub was silent
 * for so long, which Nomad refuses for system jobs; power tiers stop workloads too.
 */
public final class Work {
  /** Most workloads of a badge. */
  public static final int MOST = 16;

  private final WorkOrders orders;
  private final boolean hubs;
  private final boolean remembers;
  private final List<Job> jobs = new ArrayList<>();
  private final HubSilence silence = new HubSilence();
  private PowerTier power = PowerTier.UNKNOWN;
  private WorkloadUse use = WorkloadUse.RUN;
  private boolean changed;

  /**
   * Nothing runs yet.
   *
   * @param hubs whether a hub is configured; without one its silence means nothing
   */
  public Work(List<Workload> workloads, boolean hubs, WorkOrders orders, RandomGenerator random) {
    if (workloads.size() > MOST) {
      throw new IllegalArgumentException(
          "a badge has at most " + MOST + " workloads, not " + workloads.size());
    }
    this.orders = orders;
    this.hubs = hubs;
    this.remembers = hubs && workloads.stream().anyMatch(w -> w.stopAfterMs() > 0);
    for (Workload workload : workloads) {
      jobs.add(new Job(workload, orders, random));
    }
  }

  /** The badge starts: what may run is started; returns what could not be read. */
  public String start(byte[] saved, String boot, long monoMs) {
    if (jobs.isEmpty()) {
      return "";
    }
    String problem = silence.start(saved, boot, monoMs);
    judge(monoMs);
    return remembers ? problem : "";
  }

  /** The energy there is. */
  public void power(PowerTier tier, WorkloadUse allowed, long monoMs) {
    if (tier != power || allowed != use) {
      power = tier;
      use = allowed;
      judge(monoMs);
    }
  }

  /** Whether a session with the hub is open, and that time passes. */
  public void tick(boolean hubHeard, long monoMs) {
    if (jobs.isEmpty()) {
      return;
    }
    if (silence.heard(hubHeard, monoMs) || monoMs >= stopMonoMs()) {
      judge(monoMs);
    }
    if (remembers && silence.saveDue(monoMs)) {
      orders.saveWork(silence.save(monoMs));
    }
    for (Job job : jobs) {
      WorkView.State before = job.state();
      job.tick(monoMs);
      changed |= job.state() != before;
    }
  }

  /** It runs. */
  public void started(String name, long run, long monoMs) {
    for (Job job : jobs) {
      if (job.workload().name().equals(name)) {
        job.started(run, monoMs);
        changed = true;
      }
    }
  }

  /** It ended, or did not start. */
  public void ended(String name, long run, boolean failed, String how, long monoMs) {
    for (Job job : jobs) {
      if (job.workload().name().equals(name)) {
        job.ended(run, failed, how, monoMs);
        changed = true;
      }
    }
  }

  private void judge(long monoMs) {
    for (Job job : jobs) {
      WorkView.State before = job.state();
      job.allow(forbidden(job, monoMs), monoMs);
      changed |= job.state() != before;
    }
  }

  /** Why it may not run; empty when it may. */
  private String forbidden(Job job, long monoMs) {
    Workload workload = job.workload();
    boolean inTier = workload.tiers().isEmpty() ? use == WorkloadUse.RUN : allowed(workload);
    if (!inTier) {
      return "power tier " + power.word();
    }
    if (tooSilent(workload, monoMs)) {
      if (workload.back() == Workload.Back.MANUAL) {
        job.hold();
      }
      return "the hub has been silent for " + workload.stopAfterMs() / 1_000 + " s";
    }
    return "";
  }

  /** A workload that names full may run too while nobody can tell. */
  private boolean allowed(Workload workload) {
    return workload.tiers().contains(power)
        || (power == PowerTier.UNKNOWN && workload.tiers().contains(PowerTier.FULL));
  }

  private boolean tooSilent(Workload workload, long monoMs) {
    return hubs
        && workload.stopAfterMs() > 0
        && monoMs >= silence.reachedMonoMs(workload.stopAfterMs());
  }

  /** When the next workload is to be stopped for the silence of the hub. */
  private long stopMonoMs() {
    long due = Long.MAX_VALUE;
    for (Job job : jobs) {
      long afterMs = job.workload().stopAfterMs();
      boolean running =
          switch (job.state()) {
            case STARTING, RUNNING, WAITING, ENDED -> true;
            case STOPPED, STOPPING -> false;
          };
      if (hubs && afterMs > 0 && running) {
        due = Math.min(due, silence.reachedMonoMs(afterMs));
      }
    }
    return due;
  }

  /** When {@link #tick} has something to do. */
  public long deadlineMonoMs() {
    long due = stopMonoMs();
    if (remembers) {
      due = Math.min(due, silence.deadlineMonoMs());
    }
    for (Job job : jobs) {
      due = Math.min(due, job.deadlineMonoMs());
    }
    return due;
  }

  /** Whether the state of a workload has changed since the last call. */
  public boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /** The workloads now. */
  public WorkView view(long monoMs) {
    List<WorkView.Item> items = new ArrayList<>();
    for (Job job : jobs) {
      long afterMs = job.workload().stopAfterMs();
      long stopInMs = hubs && afterMs > 0 ? Math.max(0, afterMs - silence.silentMs(monoMs)) : -1;
      items.add(job.view(stopInMs));
    }
    return new WorkView(items, hubs && !jobs.isEmpty() ? silence.silentMs(monoMs) : 0);
  }
}
