package io.baedge.badgelinux.sensor;

import io.baedge.badge.uplink.Way;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the kernel's files below a root, so that a test can bring its own. What a file does not say
 * stays unknown. Sources: /proc/net/wireless, Linux thermal class, /proc/meminfo.
 */
public final class Board {
  private static final String WIRELESS = "proc/net/wireless";
  private static final String NETS = "sys/class/net";
  private static final String TEMPERATURE = "sys/class/thermal/thermal_zone0/temp";
  private static final String MODEL = "proc/device-tree/model";
  private static final List<String> THROTTLED =
      List.of(
          "sys/devices/platform/soc/soc:firmware/get_throttled",
          "sys/devices/platform/soc@107c000000/soc@107c000000:firmware/get_throttled");
  private static final String MEMORY = "proc/meminfo";

  private final KernelFiles files;
  private final Networks networks;
  private final Path state;

  /**
   * The board whose files are below the root.
   *
   * @param state the directory whose free space counts
   */
  public Board(Path root, Path state) {
    this.files = new KernelFiles(root);
    this.networks = new Networks(root);
    this.state = state;
  }

  /** Radio and board, as far as they can be told. */
  public List<Reading> readings() {
    return List.of(radio(), board());
  }

  /** What the board is and how it does. */
  public BoardFacts facts() {
    // The device tree ends its texts with a zero character.
    String model = files.text(MODEL).orElse("").replace("\0", "").strip();
    Optional<Long> bits = throttling();
    return new BoardFacts(
        model, bits.map(BoardFacts::throttled).orElse(List.of()), bits.isPresent(), board());
  }

  private Optional<Long> throttling() {
    for (String path : THROTTLED) {
      Optional<String> text = files.text(path);
      if (text.isPresent() && text.get().matches("(0x)?[0-9a-fA-F]{1,8}")) {
        return Optional.of(Long.parseLong(text.get().replaceFirst("^0x", ""), 16));
      }
    }
    return Optional.empty();
  }

  /** Mebibytes of memory in all; 0 when unknown. */
  public int memoryMb() {
    return (int) (memoryKb("MemTotal:").orElse(0) / 1024);
  }

  /** Whether any network interface but loopback is up, or none can be told. */
  public boolean linkUp() {
    List<Path> nets = files.list(NETS);
    List<String> states =
        nets.stream()
            .filter(net -> !"lo".equals(String.valueOf(net.getFileName())))
            .map(net -> KernelFiles.text(net.resolve("operstate")).orElse(""))
            .filter(text -> !text.isEmpty())
            .toList();
    return states.isEmpty() || states.stream().anyMatch(s -> s.equals("up") || s.equals("unknown"));
  }

  /** The networks that are up. */
  public List<Way.Seen> networks() {
    return networks.seen();
  }

  private Reading.Radio radio() {
    List<String> lines = files.lines(WIRELESS);
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
        KernelFiles.whole(files.at(TEMPERATURE), 100).orElse(Reading.UNKNOWN), free, storage);
  }

  private OptionalLong memoryKb(String name) {
    return files.lines(MEMORY).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty() && digits.length() < 16)
        .mapToLong(Long::parseLong)
        .findFirst();
  }
}
