package io.baedge.badgelinux.work;

import java.util.List;

/**
 * How a workload is started and stopped: a command that stays in the foreground, or a unit of
 * systemd. A command is a program and its arguments, never a line for a shell, and comes from the
 * badge's own file, never from the network.
 *
 * @param start the program and its arguments; empty for a unit
 * @param stop what asks it to end; empty = SIGTERM does
 * @param unit empty for a command
 */
public record WorkCommand(String name, List<String> start, List<String> stop, String unit) {
  public WorkCommand {
    start = List.copyOf(start);
    stop = List.copyOf(stop);
    if (start.isEmpty() == unit.isEmpty()) {
      throw new IllegalArgumentException("workload " + name + " needs a start command or a unit");
    }
  }
}
