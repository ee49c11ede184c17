package io.baedge.cli;

import io.baedge.kit.settings.Setting;
import io.baedge.model.doc.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge config}. */
@Command(
    name = "config",
    description = "Lists every setting of hub and badge with its value and its source.")
final class ConfigCommand implements Callable<Integer> {
  @Option(names = "--hub-file", paramLabel = "FILE", description = "A hub.yaml.")
  private @Nullable Path hubFile;

  @Option(names = "--badge-file", paramLabel = "FILE", description = "A badge.yaml.")
  private @Nullable Path badgeFile;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws CommandFailure {
    List<Setting> hub = Settings.ofHub(Map.of(), Optional.ofNullable(hubFile)).settings();
    List<Setting> badge = Settings.ofBadge(Map.of(), Optional.ofNullable(badgeFile)).settings();
    output.print(
        Doc.fields()
            .put("hub", SettingsTable.document(hub))
            .put("badge", SettingsTable.document(badge))
            .build(),
        "hub\n" + SettingsTable.text(hub) + "\n\nbadge\n" + SettingsTable.text(badge));
    return Main.OK;
  }
}
