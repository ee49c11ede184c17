package io.baedge.badgelinux.work;

import io.baedge.badge.BadgeEvent;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Carries out what the badge decides about its workloads. Each has a thread of its own on which its
 * orders are done one after the other, so that no stop overtakes its start.
 */
public final class WorkRunner implements AutoCloseable {
  /** How long a workload may take to end when it is asked to. */
  static final long GRACE_MS = 10_000;

  private static final long SYSTEMD_LIMIT_MS = 60_000;

  private final Map<String, Seat> seats = new TreeMap<>();

  private record Seat(WorkCommand command, Program program, ExecutorService orders) {}

  /**
   * Ends what a badge that was killed has left running.
   *
   * @param leftovers directory in which running programs are written down
   * @param boot names the start of the board; empty = nobody can tell
   */
  public WorkRunner(Collection<WorkCommand> commands, Path leftovers, String boot) {
    this(commands, leftovers, boot, GRACE_MS);
  }

  WorkRunner(Collection<WorkCommand> commands, Path leftovers, String boot, long graceMs) {
    for (WorkCommand command : commands) {
      var mark = new PidFile(leftovers.resolve(command.name() + ".pid"), boot);
      ExecutorService orders =
          Executors.newSingleThreadExecutor(
              Thread.ofVirtual().name("work-" + command.name()).factory());
      // Before its first start, and without a wait for the badge that draws its first picture.
      orders.execute(() -> mark.endLeftover(graceMs));
      seats.put(command.name(), new Seat(command, new Program(command, mark, graceMs), orders));
    }
  }

  /** Starts a workload; it is told that it runs, and when it ends. */
  public void start(String name, long run, Consumer<BadgeEvent> tell) {
    Seat seat = seats.get(name);
    if (seat == null) {
      tell.accept(new BadgeEvent.WorkEnded(name, run, true, "there is no such workload here"));
      return;
    }
    seat.orders()
        .execute(
            () -> {
              if (seat.command().unit().isEmpty()) {
                seat.program().start(run, tell);
              } else {
                startUnit(seat.command(), run, tell);
              }
            });
  }

  /** Stops it; it is told when it has ended. */
  public void stop(String name, long run, Consumer<BadgeEvent> tell) {
    Seat seat = seats.get(name);
    if (seat == null) {
      tell.accept(new BadgeEvent.WorkEnded(name, run, false, ""));
      return;
    }
    seat.orders()
        .execute(
            () -> {
              if (seat.command().unit().isEmpty()) {
                seat.program().stop(run, tell);
              } else {
                stopUnit(seat.command(), run, tell);
              }
            });
  }

  private static void startUnit(WorkCommand command, long run, Consumer<BadgeEvent> tell) {
    Brief.Outcome done =
        Brief.run(List.of("systemctl", "start", "--", command.unit()), SYSTEMD_LIMIT_MS);
    tell.accept(
        done.good()
            ? new BadgeEvent.WorkStarted(command.name(), run)
            : new BadgeEvent.WorkEnded(command.name(), run, true, done.words()));
  }

  /** A unit that cannot be stopped is not said to have ended; the badge tries again. */
  private static void stopUnit(WorkCommand command, long run, Consumer<BadgeEvent> tell) {
    Brief.Outcome done =
        Brief.run(List.of("systemctl", "stop", "--", command.unit()), SYSTEMD_LIMIT_MS);
    if (done.good()) {
      tell.accept(new BadgeEvent.WorkEnded(command.name(), run, false, ""));
    }
  }

  /** Ends the programs; units of systemd go on, and are taken up again at the next start. */
  @Override
  public void close() {
    for (Seat seat : seats.values()) {
      seat.orders().execute(seat.program()::end);
      seat.orders().shutdown();
    }
    for (Seat seat : seats.values()) {
      try {
        seat.orders().awaitTermination(2 * GRACE_MS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
