package io.baedge.badgelinux.setup;

import io.baedge.badgelinux.config.BadgeConfigReader;
import io.baedge.badgelinux.sensor.KernelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what a badge on this board needs; nothing that exists is written over without a word. */
final class SetupFiles {
  private static final String CONFIG = "etc/baedge/badge.yaml";
  private static final String UNIT = "etc/systemd/system/baedge-badge.service";
  private static final String TEMPLATE = "deploy/systemd/baedge-badge.service";
  private static final String TEMPLATE_HOME = "/opt/baedge";
  private static final String STAND_IN = "emulated:2in9_V2";

  /** What ProtectHome=yes of the unit takes away. */
  private static final List<String> HIDDEN = List.of("/home", "/root", "/run/user");

  private static final String GROUPS_LINE = "#SupplementaryGroups=spi gpio i2c";

  private final SetupOptions options;
  private final Dialog dialog;

  SetupFiles(SetupOptions options, Dialog dialog) {
    this.options = options;
    this.dialog = dialog;
  }

  SetupStep config(String panel) {
    String hubs = options.hub().isEmpty() ? "" : "hubs: ['" + options.hub() + "']\n";
    String yaml =
        """
        # Made by baedge badge setup. 'baedge badge config' lists every setting.
        site: main
        panel: %s
        gauge: auto
        %s"""
            .formatted(panel, hubs);
    // A file that the badge would refuse is worse than none.
    if (new BadgeConfigReader(Map.of(), Map.of()).read(yaml, "badge.yaml")
        instanceof BadgeConfigReader.Result.Wrong(String sentence)) {
      return SetupStep.missing("config", sentence, "give --hub and --panel anew");
    }
    return write("config", CONFIG, yaml, yaml.replace("panel: " + panel, "panel: " + STAND_IN));
  }

  SetupStep unit() {
    if (isHidden()) {
      return SetupStep.missing(
          "unit",
          "the program is in " + options.home() + ", which a service cannot see",
          "move it to /opt/baedge and run this again");
    }
    Path template = options.home().resolve(TEMPLATE);
    String text;
    try {
      text = Files.readString(template).replace(TEMPLATE_HOME, options.home().toString());
    } catch (IOException e) {
      return SetupStep.missing(
          "unit", template + " cannot be read", "unpack the program again, whole");
    }
    List<String> groups = groups();
    if (!groups.isEmpty()) {
      text = text.replace(GROUPS_LINE, "SupplementaryGroups=" + String.join(" ", groups));
    }
    return write("unit", UNIT, text, text);
  }

  private boolean isHidden() {
    Path root = options.root().toAbsolutePath();
    Path home = options.home().toAbsolutePath();
    if (!home.startsWith(root)) {
      return false;
    }
    Path seen = Path.of("/").resolve(root.relativize(home));
    return HIDDEN.stream().anyMatch(seen::startsWith);
  }

  private boolean mayReplace(String shown) {
    return !options.yes()
        && dialog.yes(shown + " is there already and differs; write it anew?", false);
  }

  /** A group that the machine does not have would keep the unit from starting. */
  private List<String> groups() {
    List<String> there = new ArrayList<>();
    List<String> lines = new KernelFiles(options.root()).lines("etc/group");
    for (String group : List.of("spi", "gpio", "i2c")) {
      if (lines.stream().anyMatch(line -> line.startsWith(group + ":"))) {
        there.add(group);
      }
    }
    return there;
  }

  /**
   * Writes a file, never over what somebody else wrote without asking.
   *
   * @param standIn what an earlier setup wrote for want of better; it may go
   */
  private SetupStep write(String name, String path, String text, String standIn) {
    Path file = options.root().resolve(path);
    String shown = "/" + path;
    try {
      if (Files.exists(file)) {
        String there = Files.readString(file);
        if (there.equals(text)) {
          return SetupStep.found(name, shown + " is as it should be");
        }
        if (options.checkOnly() || (!there.equals(standIn) && !mayReplace(shown))) {
          return SetupStep.found(name, shown + " is kept as it is");
        }
      } else if (options.checkOnly()) {
        return SetupStep.missing(name, "there is no " + shown, "run baedge badge setup as root");
      }
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
      return SetupStep.done(name, shown + " is written");
    } catch (IOException e) {
      return SetupStep.missing(
          name, shown + " cannot be written (" + e.getMessage() + ")", "run this as root");
    }
  }
}
