package io.baedge.cli;

import io.baedge.badgelinux.config.BadgeConfigReader;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code baedge badge} without the library that reads command lines, which would cost a small board
 * a third of its start and a quarter of its memory. It takes only what is plainly right; everything
 * else, every mistake too, is left to {@link BadgeCommand}.
 */
final class QuickBadge {
  private static final String BADGE = "badge";

  private QuickBadge() {}

  /**
   * What was typed.
   *
   * @param flags settings by their path
   */
  record Typed(Map<String, String> flags, Optional<Path> file, boolean json) {}

  /** Runs the badge; empty, with nothing done, when the library has to look at it. */
  static OptionalInt run(PrintWriter out, PrintWriter err, String... args) {
    Optional<Typed> typed = read(args);
    if (typed.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      var usable = Settings.ofBadge(typed.get().flags(), typed.get().file());
      return OptionalInt.of(run(usable, typed.get().json(), out, err));
    } catch (WrongUsage e) {
      return OptionalInt.empty();
    }
  }

  private static int run(
      BadgeConfigReader.Result.Usable usable, boolean json, PrintWriter out, PrintWriter err) {
    try {
      BadgeRun.untilEnd(usable, json, out);
      return Main.OK;
    } catch (CommandFailure e) {
      err.println("baedge badge: " + e.getMessage());
      return Main.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Main.FAILED;
    }
  }

  /** The options, if all are known, have a value and come once. */
  static Optional<Typed> read(String... args) {
    if (args.length == 0 || !args[0].equals(BADGE)) {
      return Optional.empty();
    }
    Map<String, String> flags = new LinkedHashMap<>();
    Optional<Path> file = Optional.empty();
    boolean json = false;
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--json") && !json) {
        json = true;
        continue;
      }
      int equals = args[i].indexOf('=');
      String name = equals < 0 ? args[i] : args[i].substring(0, equals);
      if (equals < 0 && ++i == args.length) {
        return Optional.empty();
      }
      String value = equals < 0 ? args[i] : args[i].substring(equals + 1);
      if (value.isBlank() || value.startsWith("-") || value.startsWith("\"")) {
        return Optional.empty();
      }
      if (name.equals("--config")) {
        if (file.isPresent()) {
          return Optional.empty();
        }
        file = path(value);
      } else if (!put(flags, name, value)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Typed(flags, file, json));
  }

  private static boolean put(Map<String, String> flags, String name, String value) {
    return switch (name) {
      case "--panel" -> flags.putIfAbsent("panel", value) == null;
      case "--state" -> flags.putIfAbsent("state", value) == null;
      case "--screens" -> flags.putIfAbsent("screens.folder", value) == null;
      case "--theme" -> flags.putIfAbsent("screens.theme", value) == null;
      case "--rotate" -> flags.putIfAbsent("panel_rotate", value) == null;
      case "--http" -> flags.putIfAbsent("http.port", value) == null;
      case "--site" -> flags.putIfAbsent("site", value) == null;
      case "--hub" -> {
        flags.merge("hubs", value, (before, more) -> before + "," + more);
        yield true;
      }
      case "--set" -> {
        int equals = value.indexOf('=');
        yield equals > 0
            && flags.putIfAbsent(value.substring(0, equals), value.substring(equals + 1)) == null;
      }
      default -> false;
    };
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
