package io.baedge.sim.conference;

import io.baedge.hub.HubEvent;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.kit.time.VirtualTime;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What the desk asks of the hub: one thing at a time, again when no answer comes. */
final class Requests {
  private static final long ANSWER_WITHIN_MS = 8_000;
  private static final long AGAIN_AFTER_MS = 1_500;
  private static final int MOST_WAITING = 200;
  private static final String WHO = "desk";

  private final VirtualTime time;
  private final HubHost hub;
  private final Counts counts;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private @Nullable Job current;
  private long requests;
  private int era;

  private static final class Job {
    private final Request request;
    private final boolean inVain;
    private final Runnable done;
    private int attempts;
    private long id;

    Job(Request request, boolean inVain, Runnable done) {
      this.request = request;
      this.inVain = inVain;
      this.done = done;
    }
  }

  Requests(VirtualTime time, HubHost hub, Counts counts) {
    this.time = time;
    this.hub = hub;
    this.counts = counts;
  }

  /** Asks when everything asked before is done. */
  void ask(Request request, Runnable done) {
    add(new Job(request, false, done));
  }

  /** Asks for something that may be so already, or that the hub may not know. */
  void askInVain(Request request, Runnable done) {
    add(new Job(request, true, done));
  }

  private void add(Job job) {
    jobs.add(job);
    if (current == null) {
      next();
    }
  }

  /** Does something later, unless everything is forgotten meanwhile. */
  void later(long afterMs, Runnable work) {
    int ofEra = era;
    time.after(
        afterMs,
        () -> {
          if (era == ofEra) {
            work.run();
          }
        });
  }

  /** Nothing of what was asked or planned matters any more. */
  void forget() {
    era++;
    current = null;
    jobs.clear();
  }

  /** Whether nothing is still to be done. */
  boolean idle() {
    return current == null && jobs.isEmpty();
  }

  /** Whether no more should be asked for now. */
  boolean full() {
    return jobs.size() >= MOST_WAITING;
  }

  private void next() {
    current = jobs.poll();
    if (current != null) {
      send(current);
    }
  }

  private void send(Job job) {
    job.id = ++requests;
    job.attempts++;
    long id = job.id;
    time.after(
        ANSWER_WITHIN_MS,
        () -> {
          if (current == job && job.id == id) {
            counts.add("desk-asks-again");
            send(job);
          }
        });
    hub.tell(new HubEvent.Asked(id, WHO, job.request));
  }

  /** The hub answers. */
  void reply(long requestId, Outcome outcome) {
    Job job = current;
    if (job == null || job.id != requestId) {
      return;
    }
    switch (outcome) {
      case Outcome.Done _ -> finish(job);
      case Outcome.Failed _ -> {
        job.id = 0;
        later(AGAIN_AFTER_MS, () -> send(job));
      }
      case Outcome.NotFound _, Outcome.Conflict _, Outcome.Invalid _ -> {
        // Asked before without hearing the answer: then it was done, and asking again is in vain.
        if (job.attempts == 1 && !job.inVain) {
          throw new InvariantBroken(
              Invariant.NO_EXCEPTION, -1, "the hub refused " + job.request + " with " + outcome);
        }
        finish(job);
      }
    }
  }

  private void finish(Job job) {
    counts.add("desk-done");
    job.id = 0;
    // Later, because the hub is in the middle of telling.
    later(
        1,
        () -> {
          job.done.run();
          next();
        });
  }
}
