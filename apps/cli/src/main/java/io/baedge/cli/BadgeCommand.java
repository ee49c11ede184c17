package io.baedge.cli;

import io.baedge.badgelinux.config.BadgeConfigReader;
import io.baedge.kit.settings.Setting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code baedge badge}. */
@Command(
    name = "badge",
    description = "Runs one badge: its glass, its outbox, and its page and API on 2343.",
    subcommands = {
      BadgeCommand.ConfigCommand.class,
      BadgeCardCommand.class,
      BadgeArchiveCommand.class,
      BadgeSetupCommand.class,
      BadgeTarballCommand.class
    })
final class BadgeCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", description = "A badge.yaml.")
  private @Nullable Path file;

  @Option(names = "--panel", paramLabel = "PANEL", description = "For example emulated:2in9_V2.")
  private @Nullable String panel;

  @Option(names = "--state", paramLabel = "DIR", description = "Everything the badge writes.")
  private @Nullable String state;

  @Option(names = "--screens", paramLabel = "DIR", description = "A folder of own screens.")
  private @Nullable String screens;

  @Option(names = "--theme", paramLabel = "FILE", description = "The look of a conference.")
  private @Nullable String theme;

  @Option(
      names = "--value",
      paramLabel = "NAME=SOURCE",
      description =
          "A value of screens: NAME=FILE#/POINTER or NAME=URL#/POINTER, a JSON pointer; without one"
              + " the text as a whole.")
  private @Nullable List<String> values;

  @Option(
      names = "--rotate",
      paramLabel = "DEGREES",
      description = "Turn of pictures, clockwise: 0 or landscape, 90 or portrait, 180, 270.")
  private @Nullable String rotate;

  @Option(
      names = "--hub",
      paramLabel = "ADDRESS",
      description = "Hubs, tried in this order: HOST:PORT, or an address with ws, wss or mqtts.")
  private @Nullable List<String> hubs;

  @Option(names = "--http", paramLabel = "PORT", description = "Port of page and API.")
  private @Nullable String http;

  @Option(names = "--site", paramLabel = "SITE", description = "The site of the hub.")
  private @Nullable String site;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any setting; 'baedge badge config' lists them.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws CommandFailure, InterruptedException {
    BadgeRun.untilEnd(settings(), output.json(), output.out());
    return Main.OK;
  }

  private BadgeConfigReader.Result.Usable settings() throws CommandFailure {
    Map<String, String> flags = new LinkedHashMap<>(set);
    put(flags, "panel", panel);
    put(flags, "state", state);
    put(flags, "screens.folder", screens);
    put(flags, "screens.theme", theme);
    put(flags, "panel_rotate", rotate);
    put(flags, "http.port", http);
    put(flags, "site", site);
    put(flags, "values", values == null ? null : String.join("\n", values) + "\n");
    put(flags, "hubs", hubs == null ? null : String.join(",", hubs));
    return Settings.ofBadge(flags, Optional.ofNullable(file));
  }

  private static void put(Map<String, String> flags, String key, @Nullable String value) {
    if (value != null) {
      flags.put(key, value);
    }
  }

  @Command(name = "config", description = "Lists every setting with its value and its source.")
  static final class ConfigCommand implements Callable<Integer> {
    @ParentCommand private @Nullable BadgeCommand badge;

    @Mixin private Output output = new Output();

    @Override
    public Integer call() throws CommandFailure {
      if (badge == null) {
        throw new IllegalStateException("a subcommand runs below its command");
      }
      List<Setting> settings = badge.settings().settings();
      output.print(SettingsTable.document(settings), SettingsTable.text(settings));
      return Main.OK;
    }
  }
}
