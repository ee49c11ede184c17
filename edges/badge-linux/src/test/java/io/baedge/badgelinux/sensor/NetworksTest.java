package io.baedge.badgelinux.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badge.uplink.Way.Over;
import io.baedge.badge.uplink.Way.Seen;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksTest {
  @TempDir private Path root;

  @Test
  void cable_and_wifi_are_told_apart_with_name_and_strength() throws Exception {
    net("lo", "unknown", "");
    net("eth0", "up", "device");
    net("docker0", "up", "");
    net("wlan0", "up", "device", "wireless");
    file("sys/class/net/wlan0/ifindex", "7");
    file(
        "proc/net/wireless",
        "Inter-| sta-|   Quality        |   Discarded packets\n"
            + " face | tus | link level noise |  nwid  crypt   frag\n"
            + " wlan0: 0000   54.  -56.  -256        0      0      0\n");
    file("run/NetworkManager/devices/7", "[device]\nconnection-uuid=abc-1\n");
    file("etc/NetworkManager/system-connections/x.nmconnection", "[connection]\nuuid=other\n");
    file(
        "etc/NetworkManager/system-connections/y.nmconnection",
        "[connection]\nid=y\nuuid=abc-1\n[wifi]\nssid=Hall 1\n");
    assertThat(new Networks(root).seen())
        .containsExactly(
            new Seen(Over.ETHERNET, "", Reading.UNKNOWN), new Seen(Over.WIFI, "Hall 1", -56));
  }

  @Test
  void what_is_down_is_not_there_and_what_cannot_be_told_is_empty() throws Exception {
    net("eth0", "down", "device");
    net("wlan0", "up", "device", "phy80211");
    assertThat(new Networks(root).seen()).containsExactly(new Seen(Over.WIFI, "", Reading.UNKNOWN));
    assertThat(new Networks(root.resolve("nowhere")).seen()).isEmpty();
  }

  private void net(String name, String state, String... parts) throws IOException {
    file("sys/class/net/" + name + "/operstate", state + "\n");
    for (String part : parts) {
      if (!part.isEmpty()) {
        Files.createDirectories(root.resolve("sys/class/net/" + name + "/" + part));
      }
    }
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
