package io.baedge.badge.work;

import io.baedge.kit.retry.Backoff;
import java.util.random.RandomGenerator;

/** One workload: started when it may run, stopped when it may not, started again when it ends. */
final class Job {
  /** One that ran for so long begins to count its failures anew. */
  private static final long SETTLED_MS = 600_000;

  /** A program that does not answer the order to stop is told again. */
  private static final long STOP_AGAIN_MS = 60_000;

  private final Workload workload;
  private final WorkOrders orders;
  private final Backoff backoff;
  private WorkView.State state = WorkView.State.STOPPED;
  private String reason = "";
  private String forbidden = "";
  private boolean held;
  private long run;
  private long sinceMonoMs;
  private long dueMonoMs = Long.MAX_VALUE;
  private int inARow;
  private long starts;
  private long failures;

  Job(Workload workload, WorkOrders orders, RandomGenerator random) {
    this.workload = workload;
    this.orders = orders;
    Workload.Restart rule = workload.restart();
    this.backoff = new Backoff(rule.baseMs(), rule.capMs(), random);
  }

  Workload workload() {
    return workload;
  }

  /** Stays stopped although it might run again. */
  void hold() {
    held = true;
  }

  /**
   * Why it may not run; empty when it may. A workload that ended for good begins anew when it was
   * forbidden meanwhile.
   */
  void allow(String why, long monoMs) {
    boolean before = forbidden.isEmpty();
    forbidden =
        held && why.isEmpty()
            ? "was stopped while the hub was silent and is not to start by itself; start the badge again"
            : why;
    boolean now = forbidden.isEmpty();
    if (now && !before) {
      inARow = 0;
      backoff.reset();
    }
    settle(monoMs);
  }

  private void settle(long monoMs) {
    boolean may = forbidden.isEmpty();
    switch (state) {
      case STOPPED -> {
        if (may) {
          start(monoMs);
        } else {
          reason = forbidden;
        }
      }
      case STARTING, RUNNING -> {
        if (!may) {
          stop(monoMs);
        }
      }
      case WAITING, ENDED -> {
        if (!may) {
          enter(WorkView.State.STOPPED, monoMs);
          reason = forbidden;
          dueMonoMs = Long.MAX_VALUE;
        }
      }
      case STOPPING -> {}
    }
  }

  private void start(long monoMs) {
    run++;
    starts++;
    reason = "";
    dueMonoMs = Long.MAX_VALUE;
    enter(WorkView.State.STARTING, monoMs);
    orders.startWork(workload.name(), run);
  }

  private void stop(long monoMs) {
    reason = forbidden;
    dueMonoMs = monoMs + STOP_AGAIN_MS;
    enter(WorkView.State.STOPPING, monoMs);
    orders.workNote(false, "workload " + workload.name() + " is stopped: " + forbidden);
    orders.stopWork(workload.name(), run);
  }

  private void enter(WorkView.State next, long monoMs) {
    state = next;
    sinceMonoMs = monoMs;
  }

  void started(long ofRun, long monoMs) {
    if (ofRun == run && state == WorkView.State.STARTING) {
      enter(WorkView.State.RUNNING, monoMs);
    }
  }

  void ended(long ofRun, boolean failed, String how, long monoMs) {
    if (ofRun != run) {
      return;
    }
    switch (state) {
      case STOPPING -> {
        enter(WorkView.State.STOPPED, monoMs);
        dueMonoMs = Long.MAX_VALUE;
        settle(monoMs);
      }
      case STARTING, RUNNING -> endedByItself(failed, how, monoMs);
      case STOPPED, WAITING, ENDED -> {}
    }
  }

  private void endedByItself(boolean failed, String how, long monoMs) {
    if (state == WorkView.State.RUNNING && monoMs - sinceMonoMs >= SETTLED_MS) {
      inARow = 0;
      backoff.reset();
    }
    failures += failed ? 1 : 0;
    reason = how;
    Workload.Restart rule = workload.restart();
    boolean again =
        switch (rule.when()) {
          case ALWAYS -> true;
          case ON_FAILURE -> failed;
          case NEVER -> false;
        };
    if (again && inARow < rule.most()) {
      inARow++;
      dueMonoMs = monoMs + Math.max(1, backoff.nextDelayMs());
      enter(WorkView.State.WAITING, monoMs);
      orders.workNote(failed, "workload " + workload.name() + " ended and starts again: " + how);
    } else {
      enter(WorkView.State.ENDED, monoMs);
      reason = again ? how + "; given up after " + inARow + " restarts in a row" : how;
      orders.workNote(failed, "workload " + workload.name() + " ended: " + reason);
    }
  }

  void tick(long monoMs) {
    if (monoMs < dueMonoMs) {
      return;
    }
    if (state == WorkView.State.WAITING) {
      start(monoMs);
    } else if (state == WorkView.State.STOPPING) {
      dueMonoMs = monoMs + STOP_AGAIN_MS;
      orders.stopWork(workload.name(), run);
    }
  }

  long deadlineMonoMs() {
    return dueMonoMs;
  }

  WorkView.State state() {
    return state;
  }

  WorkView.Item view(long stopInMs) {
    return new WorkView.Item(workload.name(), state, reason, stopInMs, starts, failures);
  }
}
