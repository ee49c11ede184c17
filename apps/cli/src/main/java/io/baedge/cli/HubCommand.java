package io.baedge.cli;

import io.baedge.hubserver.HubMain;
import io.baedge.hubserver.HubStartFailed;
import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.config.HubConfigReader;
import io.baedge.kit.settings.Setting;
import io.baedge.model.doc.Doc;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code baedge hub}. */
@Command(
    name = "hub",
    description = "Runs the hub: console and API on 2344, badges on 1883.",
    subcommands = {
      HubCommand.BackupCommand.class,
      HubCommand.RestoreCommand.class,
      HubCommand.ConfigCommand.class
    })
final class HubCommand implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", description = "A hub.yaml.")
  private @Nullable Path file;

  @Option(names = "--data", paramLabel = "DIR", description = "Everything the hub writes.")
  private @Nullable String data;

  @Option(names = "--http", paramLabel = "PORT", description = "Port of console and API.")
  private @Nullable String http;

  @Option(names = "--mqtt", paramLabel = "PORT", description = "Port on which badges connect.")
  private @Nullable String mqtt;

  @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address of console and API.")
  private @Nullable String bind;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any setting; 'baedge hub config' lists them.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws CommandFailure {
    HubConfigReader.Result.Usable usable = settings();
    try {
      return HubMain.serve(
          usable.config(), usable.settings(), output.json(), System.out, System.err);
    } catch (HubStartFailed e) {
      throw new CommandFailure(e.sentence());
    }
  }

  private HubConfigReader.Result.Usable settings() throws CommandFailure {
    Map<String, String> flags = new LinkedHashMap<>(set);
    put(flags, "data", data);
    put(flags, "http.port", http);
    put(flags, "mqtt.port", mqtt);
    put(flags, "http.bind", bind);
    return Settings.ofHub(flags, Optional.ofNullable(file));
  }

  private static void put(Map<String, String> flags, String key, @Nullable String value) {
    if (value != null) {
      flags.put(key, value);
    }
  }

  private abstract static class Child implements Callable<Integer> {
    @ParentCommand private @Nullable HubCommand hub;

    @Mixin Output output = new Output();

    HubConfigReader.Result.Usable settings() throws CommandFailure {
      if (hub == null) {
        throw new IllegalStateException("a subcommand runs below its command");
      }
      return hub.settings();
    }

    HubConfig config() throws CommandFailure {
      return settings().config();
    }
  }

  @Command(
      name = "backup",
      description = "Copies the hub's store to a file, also while a hub runs.")
  static final class BackupCommand extends Child {
    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path to = Path.of("");

    @Override
    public Integer call() throws CommandFailure {
      try {
        String done = HubMain.backup(config(), to);
        output.print(Doc.fields().put("file", to.toString()).build(), done);
        return Main.OK;
      } catch (HubStartFailed e) {
        throw new CommandFailure(e.sentence());
      }
    }
  }

  @Command(
      name = "restore",
      description = {
        "Replaces the store of a stopped hub by a backup, with a new generation:",
        "badges then send again what the backup does not have."
      })
  static final class RestoreCommand extends Child {
    @Parameters(paramLabel = "FILE", description = "A file of 'baedge hub backup'.")
    private Path from = Path.of("");

    @Override
    public Integer call() throws CommandFailure {
      try {
        String done = HubMain.restore(config(), from);
        output.print(Doc.fields().put("file", from.toString()).build(), done);
        return Main.OK;
      } catch (HubStartFailed e) {
        throw new CommandFailure(e.sentence());
      }
    }
  }

  @Command(name = "config", description = "Lists every setting with its value and its source.")
  static final class ConfigCommand extends Child {
    @Override
    public Integer call() throws CommandFailure {
      List<Setting> settings = settings().settings();
      output.print(SettingsTable.document(settings), SettingsTable.text(settings));
      return Main.OK;
    }
  }
}
