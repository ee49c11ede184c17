package io.baedge.kit.time;

import org.jspecify.annotations.Nullable;

/**
 * Time that moves only when its owner says so: the next task is the one due first, and of two due
 * at the same moment the one that was asked for first. Same tasks, same order, on every machine.
 * Not thread safe.
 */
public final class VirtualTime {
  private final TaskHeap tasks = new TaskHeap();
  private long nowMs;
  private long asked;
  private long done;

  /** A task that can be called off. */
  public static final class Task {
    final long dueMs;
    final long order;
    private final Runnable work;
    private boolean cancelled;

    private Task(long dueMs, long order, Runnable work) {
      this.dueMs = dueMs;
      this.order = order;
      this.work = work;
    }

    /** The task will not run; it leaves the queue when its time comes. */
    public void cancel() {
      cancelled = true;
    }

    /** When it runs. */
    public long dueMs() {
      return dueMs;
    }
  }

  /** Starts at the given moment. */
  public VirtualTime(long startMs) {
    this.nowMs = startMs;
  }

  /** The moment, in milliseconds. */
  public long nowMs() {
    return nowMs;
  }

  /** Runs the work at the moment; one in the past runs next. */
  public Task at(long dueMs, Runnable work) {
    var task = new Task(Math.max(dueMs, nowMs), asked++, work);
    tasks.add(task);
    return task;
  }

  /** Runs the work after the delay. */
  public Task after(long delayMs, Runnable work) {
    return at(nowMs + delayMs, work);
  }

  /** Runs one task and moves time to it; false when none is left. */
  public boolean step() {
    Task task = next();
    if (task == null) {
      return false;
    }
    tasks.removeFirst();
    nowMs = task.dueMs;
    done++;
    task.work.run();
    return true;
  }

  /** Runs everything due until the moment, then stands at it. */
  public void runUntil(long untilMs) {
    Task task = next();
    while (task != null && task.dueMs <= untilMs) {
      step();
      task = next();
    }
    nowMs = Math.max(nowMs, untilMs);
  }

  /** When the next task is due; {@link Long#MAX_VALUE} when none waits. */
  public long nextDueMs() {
    Task task = next();
    return task == null ? Long.MAX_VALUE : task.dueMs;
  }

  /** How many tasks have run. */
  public long stepsDone() {
    return done;
  }

  /** How many tasks wait, cancelled ones included. */
  public int waiting() {
    return tasks.size();
  }

  private @Nullable Task next() {
    Task task = tasks.first();
    while (task != null && task.cancelled) {
      tasks.removeFirst();
      task = tasks.first();
    }
    return task;
  }
}
