package io.baedge.badgelinux.work;

import io.baedge.badge.BadgeEvent;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A command in the foreground: at most one process at a time. */
final class Program {
  private static final File NOTHING = new File("/dev/null");
  private static final String OURS = "BAEDGE_";

  private final WorkCommand command;
  private final PidFile mark;
  private final long graceMs;
  private @Nullable Process running;

  Program(WorkCommand command, PidFile mark, long graceMs) {
    this.command = command;
    this.mark = mark;
    this.graceMs = graceMs;
  }

  void start(long run, Consumer<BadgeEvent> tell) {
    end();
    Process process;
    try {
      var builder =
          new ProcessBuilder(command.start()).redirectErrorStream(true).redirectInput(NOTHING);
      // Tokens and passwords of the badge are no business of its workloads.
      builder.environment().keySet().removeIf(name -> name.startsWith(OURS));
      process = builder.start();
    } catch (IOException e) {
      String why = command.start().getFirst() + " does not start: " + e.getMessage();
      tell.accept(new BadgeEvent.WorkEnded(command.name(), run, true, why));
      return;
    }
    running = process;
    mark.write(process.toHandle());
    tell.accept(new BadgeEvent.WorkStarted(command.name(), run));
    var tail = new Brief.Tail(process.getInputStream());
    Thread.ofVirtual().name("work-end").start(() -> await(process, tail, run, tell));
  }

  private void await(Process process, Brief.Tail tail, long run, Consumer<BadgeEvent> tell) {
    try {
      int code = process.waitFor();
      String how = Brief.told(code, tail.last());
      tell.accept(new BadgeEvent.WorkEnded(command.name(), run, code != 0, how));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop(long run, Consumer<BadgeEvent> tell) {
    end();
    // Also for a program that had ended before and whose word was lost.
    tell.accept(new BadgeEvent.WorkEnded(command.name(), run, false, ""));
  }

  /** Asks it to end, and ends it when it does not; its children too. */
  void end() {
    Process process = running;
    if (process == null) {
      return;
    }
    try {
      List<ProcessHandle> children = process.descendants().toList();
      if (process.isAlive() && !command.stop().isEmpty()) {
        Brief.run(command.stop(), graceMs);
        process.waitFor(graceMs, TimeUnit.MILLISECONDS);
      }
      if (process.isAlive()) {
        process.destroy();
        process.waitFor(graceMs, TimeUnit.MILLISECONDS);
      }
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
      process.waitFor(graceMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    running = null;
    mark.remove();
  }
}
