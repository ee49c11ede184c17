package io.baedge.badgelinux.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoardTest {
  private static final int UNKNOWN = Reading.UNKNOWN;

  @TempDir Path root;

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }

  private Reading.Radio radio() {
    return (Reading.Radio) readings().getFirst();
  }

  private Reading.Board board() {
    return (Reading.Board) readings().getLast();
  }

  private List<Reading> readings() {
    return new Board(root, root).readings();
  }

  @Test
  void where_the_kernel_says_nothing_everything_is_unknown() {
    assertThat(radio()).isEqualTo(new Reading.Radio(UNKNOWN, UNKNOWN, ""));
    assertThat(board().temperatureDeciC()).isEqualTo(UNKNOWN);
    assertThat(board().freeMemoryMb()).isEqualTo(UNKNOWN);
    assertThat(board().freeStorageMb()).isPositive();
    assertThat(new Board(root, root).memoryMb()).isZero();
    assertThat(new Board(root, root).linkUp()).isTrue();
  }

  @Test
  void a_state_directory_that_is_gone_has_no_free_space_to_tell() {
    var board = (Reading.Board) new Board(root, root.resolve("gone")).readings().getLast();
    assertThat(board.freeStorageMb()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"-52.,-52", "-52,-52", "0.,", "204.,", "-300.,", "junk,"})
  void signal_strength_is_read_where_it_is_in_dBm(String level, Integer dbm) throws IOException {
    file(
        "proc/net/wireless",
        """
        Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
         face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
         wlan0: 0000   58.  %s  -256        0      0      0      0      0        0"""
            .replace("%s", level));
    assertThat(radio().rssiDbm()).isEqualTo(dbm == null ? UNKNOWN : dbm);
  }

  @Test
  void the_board_tells_its_name_and_what_slows_it_down() throws IOException {
    assertThat(new Board(root, root).facts().throttlingKnown()).isFalse();
    file("proc/device-tree/model", "Raspberry Pi Zero 2 W Rev 1.0\0");
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "50005");
    BoardFacts facts = new Board(root, root).facts();
    assertThat(facts.model()).isEqualTo("Raspberry Pi Zero 2 W Rev 1.0");
    assertThat(facts.throttled())
        .containsExactly("the voltage is too low", "the board is throttled");
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "80000");
    assertThat(new Board(root, root).facts().throttled())
        .containsExactly("it is too warm, earlier");
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "0");
    assertThat(new Board(root, root).facts().throttled()).isEmpty();
    assertThat(new Board(root, root).facts().throttlingKnown()).isTrue();
    file("sys/devices/platform/soc/soc:firmware/get_throttled", "many");
    assertThat(new Board(root, root).facts().throttlingKnown()).isFalse();
  }

  @Test
  void memory_and_temperature_are_read() throws IOException {
    file("proc/meminfo", "MemTotal:         434016 kB\nMemFree: 1 kB\nMemAvailable: 204800 kB");
    file("sys/class/thermal/thermal_zone0/temp", "48312");
    assertThat(board().temperatureDeciC()).isEqualTo(483);
    assertThat(board().freeMemoryMb()).isEqualTo(200);
    assertThat(new Board(root, root).memoryMb()).isEqualTo(423);
  }

  @Test
  void the_link_is_down_only_when_every_interface_but_loopback_says_so() throws IOException {
    file("sys/class/net/lo/operstate", "unknown");
    assertThat(new Board(root, root).linkUp()).isTrue();
    file("sys/class/net/wlan0/operstate", "down");
    assertThat(new Board(root, root).linkUp()).isFalse();
    file("sys/class/net/eth0/operstate", "dormant");
    assertThat(new Board(root, root).linkUp()).isFalse();
    file("sys/class/net/eth0/operstate", "up");
    assertThat(new Board(root, root).linkUp()).isTrue();
    file("sys/class/net/eth0/operstate", "down");
    file("sys/class/net/tun0/operstate", "unknown");
    assertThat(new Board(root, root).linkUp()).isTrue();
  }

  @Test
  void this_machine_can_be_read() {
    assertThat(new Board(Path.of("/"), root).readings()).hasSize(2);
    assertThat(new Board(Path.of("/"), root).memoryMb()).isGreaterThan(64);
  }
}
