package io.baedge.badgelinux.sensor;

import io.baedge.badge.uplink.Way;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which networks are up, from the files of kernel and NetworkManager below a root. It only reads:
 * NetworkManager owns the Wi-Fi. A name that cannot be told stays empty. Sources: Linux sysfs class
 * net, /proc/net/wireless; NetworkManager's /run/NetworkManager/devices and its keyfiles.
 */
public final class Networks {
  private static final String NETS = "sys/class/net";
  private static final String WIRELESS = "proc/net/wireless";
  private static final String DEVICES = "run/NetworkManager/devices";
  private static final List<String> KEYFILES =
      List.of("etc/NetworkManager/system-connections", "run/NetworkManager/system-connections");
  private static final int MOST = 16;

  private final Path root;

  /** The machine whose files are below the root. */
  public Networks(Path root) {
    this.root = root;
  }

  /**
   * Everything that is up but loopback and what has no hardware; the order is that of the names.
   */
  public List<Way.Seen> seen() {
    List<Way.Seen> seen = new ArrayList<>();
    for (Path net : list(root.resolve(NETS))) {
      boolean real = Files.exists(net.resolve("device"));
      boolean up = text(net.resolve("operstate")).equals("up");
      if (real && up && seen.size() < MOST) {
        seen.add(network(net));
      }
    }
    return seen;
  }

  private Way.Seen network(Path net) {
    boolean wireless =
        Files.exists(net.resolve("wireless")) || Files.exists(net.resolve("phy80211"));
    if (!wireless) {
      return new Way.Seen(Way.Over.ETHERNET, "", Reading.UNKNOWN);
    }
    String interfaceName = String.valueOf(net.getFileName());
    return new Way.Seen(
        Way.Over.WIFI, name(text(net.resolve("ifindex"))), strengthDbm(interfaceName));
  }

  /** NetworkManager notes for each device which connection it uses; the keyfile has its name. */
  private String name(String index) {
    if (index.isEmpty()) {
      return "";
    }
    String uuid = value(root.resolve(DEVICES).resolve(index), "connection-uuid");
    if (uuid.isEmpty()) {
      return "";
    }
    for (String directory : KEYFILES) {
      for (Path file : list(root.resolve(directory))) {
        if (value(file, "uuid").equals(uuid)) {
          return value(file, "ssid");
        }
      }
    }
    return "";
  }

  private int strengthDbm(String interfaceName) {
    for (String line : lines(root.resolve(WIRELESS))) {
      String[] cells = line.strip().split("\\s+");
      if (cells.length > 3 && cells[0].equals(interfaceName + ":")) {
        try {
          int level = (int) Double.parseDouble(cells[3].replaceAll("\\.$", ""));
          return level < 0 && level > -128 ? level : Reading.UNKNOWN;
        } catch (NumberFormatException e) {
          return Reading.UNKNOWN; // a driver with its own form says nothing we understand
        }
      }
    }
    return Reading.UNKNOWN;
  }

  private static String value(Path file, String key) {
    return lines(file).stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static String text(Path file) {
    List<String> lines = lines(file);
    return Optional.ofNullable(lines.isEmpty() ? null : lines.getFirst().strip()).orElse("");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      // What may not or cannot be read is not known.
      return List.of();
    }
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
