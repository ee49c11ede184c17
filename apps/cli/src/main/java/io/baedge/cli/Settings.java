package io.baedge.cli;

import io.baedge.badgelinux.config.BadgeConfigReader;
import io.baedge.badgelinux.config.BadgeKeys;
import io.baedge.hubserver.config.HubConfigReader;
import io.baedge.kit.settings.Layers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Settings of hub and badge from flags, this process's environment, a file and the defaults. */
final class Settings {
  private Settings() {}

  /** The hub's, or a sentence about all that is wrong. */
  static HubConfigReader.Result.Usable ofHub(Map<String, String> flags, Optional<Path> file)
      throws WrongUsage {
    check(HubConfigReader.unknownKey(flags.keySet()));
    return switch (new HubConfigReader(flags, System.getenv()).read(file)) {
      case HubConfigReader.Result.Usable usable -> usable;
      case HubConfigReader.Result.Wrong wrong -> throw new WrongUsage(wrong.sentence());
    };
  }

  /** A badge's, or a sentence about all that is wrong. */
  static BadgeConfigReader.Result.Usable ofBadge(Map<String, String> flags, Optional<Path> file)
      throws WrongUsage {
    check(Layers.unknownKey(BadgeKeys.ALL, flags.keySet()));
    return switch (new BadgeConfigReader(flags, System.getenv()).read(file)) {
      case BadgeConfigReader.Result.Usable usable -> usable;
      case BadgeConfigReader.Result.Wrong(String sentence) -> throw new WrongUsage(sentence);
    };
  }

  private static void check(Optional<String> unknown) throws WrongUsage {
    if (unknown.isPresent()) {
      throw new WrongUsage(unknown.get());
    }
  }
}
