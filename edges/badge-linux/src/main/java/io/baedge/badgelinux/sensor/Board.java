package io.baedge.badgelinux.sensor;

import io.baedge.badge.uplink.Way;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Reads the kernel's files below a root, so that a test can bring its own. What a file does not say
 * stays unknown. Sources: Linux power_supply class, /proc/net/wireless, thermal class.
 */
public final class Board {
  private static final String SUPPLIES = "sys/class/power_supply";
  private static final String WIRELESS = "proc/net/wireless";
  private static final String NETS = "sys/class/net";
  private static final String TEMPERATURE = "sys/class/thermal/thermal_zone0/temp";
  private static final String MEMORY = "proc/meminfo";

  /** Numbers beyond it are a driver's mistake. */
  private static final int PLAUSIBLE = 100_000;

  private final Path root;
  private final Networks networks;
  private final Path state;

  /**
   * The board whose files are below the root.
   *
   * @param state the directory whose free space counts
   */
  public Board(Path root, Path state) {
    this.root = root;
    this.networks = new Networks(root);
    this.state = state;
  }

  /** Battery, radio and board, as far as they can be told. */
  public List<Reading> readings() {
    return List.of(power(), radio(), board());
  }

  /** Mebibytes of memory in all; 0 when unknown. */
  public int memoryMb() {
    return (int) (memoryKb("MemTotal:").orElse(0) / 1024);
  }

  /** Whether any network interface but loopback is up, or none can be told. */
  public boolean linkUp() {
    List<Path> nets = list(root.resolve(NETS));
    List<String> states =
        nets.stream()
            .filter(net -> !"lo".equals(String.valueOf(net.getFileName())))
            .map(net -> text(net.resolve("operstate")).orElse(""))
            .filter(text -> !text.isEmpty())
            .toList();
    return states.isEmpty() || states.stream().anyMatch(s -> s.equals("up") || s.equals("unknown"));
  }

  /** The networks that are up. */
  public List<Way.Seen> networks() {
    return networks.seen();
  }

  private Reading.Power power() {
    int percent = Reading.UNKNOWN;
    int millivolts = Reading.UNKNOWN;
    PowerSource source = PowerSource.UNKNOWN;
    for (Path supply : list(root.resolve(SUPPLIES))) {
      if (text(supply.resolve("scope")).orElse("").equals("Device")) {
        continue; // the battery of a mouse or headset
      }
      String type = text(supply.resolve("type")).orElse("");
      if (type.equals("Battery")) {
        percent =
            whole(supply.resolve("capacity"), 1).map(v -> Math.clamp(v, 0, 100)).orElse(percent);
        millivolts = whole(supply.resolve("voltage_now"), 1_000).orElse(millivolts);
        String status = text(supply.resolve("status")).orElse("");
        source =
            switch (status) {
              case "Discharging" -> source == PowerSource.EXTERNAL ? source : PowerSource.BATTERY;
              case "Charging", "Full" -> PowerSource.EXTERNAL;
              default -> source;
            };
      } else if (text(supply.resolve("online")).orElse("").equals("1")) {
        source = PowerSource.EXTERNAL;
      }
    }
    return new Reading.Power(percent, millivolts, source);
  }

  private Reading.Radio radio() {
    List<String> lines = lines(root.resolve(WIRELESS));
    for (int i = 2; i < lines.size(); i++) {
      String[] cells = lines.get(i).strip().split("\\s+");
      if (cells.length > 3) {
        try {
          int level = (int) Double.parseDouble(cells[3].replaceAll("\\.$", ""));
          if (level < 0 && level > -128) {
            return new Reading.Radio(level, Reading.UNKNOWN, "");
          }
        } catch (NumberFormatException e) {
          // A driver with its own form says nothing we understand.
        }
      }
    }
    return new Reading.Radio(Reading.UNKNOWN, Reading.UNKNOWN, "");
  }

  private Reading.Board board() {
    int free =
        memoryKb("MemAvailable:").isPresent()
            ? (int) (memoryKb("MemAvailable:").getAsLong() / 1024)
            : Reading.UNKNOWN;
    int storage = Reading.UNKNOWN;
    try {
      storage = (int) Math.min(90_000_000L, Files.getFileStore(state).getUsableSpace() >> 20);
    } catch (IOException e) {
      // A directory that is gone has no free space to tell.
    }
    return new Reading.Board(
        whole(root.resolve(TEMPERATURE), 100).orElse(Reading.UNKNOWN), free, storage);
  }

  private OptionalLong memoryKb(String name) {
    return lines(root.resolve(MEMORY)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty() && digits.length() < 16)
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static Optional<Integer> whole(Path file, int divisor) {
    try {
      return text(file)
          .map(text -> Long.parseLong(text) / divisor)
          .filter(value -> Math.abs(value) <= PLAUSIBLE)
          .map(Long::intValue);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getFirst().strip());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // Missing files are how the kernel says that it does not know.
      return List.of();
    }
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return new ArrayList<>(entries.sorted().toList());
    } catch (IOException e) {
      return List.of();
    }
  }
}
