package io.baedge.badgelinux.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.baedge.mqtt.testing.Await;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a real bus with python3-dbusmock's NetworkManager; without them skipped. */
final class NetworkManagerTest {
  private static final String PYTHON = "/usr/bin/python3";

  @TempDir Path root;

  private Process bus;
  private Process mock;
  private Process hardware;

  /** A bus with a Wi-Fi of two access points, and connections to both networks. */
  private NetworkManager manager() throws Exception {
    assumeTrue(
        runs("dbus-daemon", "--version") && runs(PYTHON, "-c", "import dbusmock"),
        "dbus-daemon or python3-dbusmock is missing; install dbus and python3-dbusmock");
    Path socket = root.resolve("run/dbus/system_bus_socket");
    Files.createDirectories(socket.getParent());
    String address = "unix:path=" + socket;
    bus = start("", "dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + address);
    Await.until("the bus listens", () -> Files.exists(socket));
    mock = start(address, PYTHON, "-m", "dbusmock", "--system", "-t", "networkmanager");
    Path script = root.resolve("wifi.py");
    Files.writeString(
        script,
        """
        import dbus, time
        WIRELESS = 'org.freedesktop.NetworkManager.Device.Wireless'
        bus = dbus.SystemBus()
        for i in range(200):
            if bus.name_has_owner('org.freedesktop.NetworkManager'):
                break
            time.sleep(0.05)
        nm = dbus.Interface(
            bus.get_object('org.freedesktop.NetworkManager', '/org/freedesktop/NetworkManager'),
            'org.freedesktop.DBus.Mock')
        nm.AddEthernetDevice('cable', 'eth0', 30)
        wifi = nm.AddWiFiDevice('radio', 'wlan0', 30)
        hall = nm.AddAccessPoint(wifi, 'ap1', 'Hall', '00:23:F8:7E:12:BB', 2, 5180, 5400, 82, 0x100)
        nm.AddAccessPoint(wifi, 'ap2', 'Foyer', '00:23:F8:7E:12:CC', 2, 2437, 5400, 40, 0x100)
        nm.AddWiFiConnection(wifi, 'con1', 'Hall', '')
        nm.AddWiFiConnection(wifi, 'con2', 'Foyer', '')
        radio = dbus.Interface(
            bus.get_object('org.freedesktop.NetworkManager', wifi), 'org.freedesktop.DBus.Mock')
        radio.AddProperty(WIRELESS, 'ActiveAccessPoint', dbus.ObjectPath('/'))
        for i in range(400):
            if nm.GetMethodCalls('ActivateConnection'):
                break
            time.sleep(0.05)
        # The mock joins no access point by itself; the real one does.
        radio.UpdateProperties(WIRELESS, {'ActiveAccessPoint': dbus.ObjectPath(hall)})
        """);
    hardware = start(address, PYTHON, script.toString());
    var manager = new NetworkManager(root);
    Await.until("the Wi-Fi is known", () -> known(manager) && answers(manager));
    return manager;
  }

  /** A network that nobody knows is refused with other words than a bus without a Wi-Fi. */
  private static boolean known(NetworkManager manager) {
    try {
      manager.join("");
      return false;
    } catch (DBusFailed e) {
      return e.getMessage().contains("does not know");
    }
  }

  private static boolean answers(NetworkManager manager) {
    try {
      return manager.accessPoint().isEmpty();
    } catch (DBusFailed e) {
      return false;
    }
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private Process start(String address, String... command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (!address.isEmpty()) {
      builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", address);
    }
    return builder
        .redirectOutput(
            root.resolve("log-" + command.length + command[0].replace('/', '-')).toFile())
        .start();
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : new Process[] {hardware, mock, bus}) {
      if (process != null) {
        process.destroy();
        process.waitFor(5, TimeUnit.SECONDS);
        process.destroyForcibly();
      }
    }
  }

  @Test
  void a_known_network_is_joined_and_its_access_point_told_with_its_channel() throws Exception {
    NetworkManager manager = manager();
    assertThat(manager.accessPoint()).isEmpty();
    Await.until("joined", () -> joined(manager, "Hall"));
    Await.until("the access point is used", () -> used(manager));
    assertThat(manager.accessPoint())
        .hasValue(new NetworkManager.AccessPoint("00:23:f8:7e:12:bb", "Hall", 5_180, 36));
    assertThatExceptionOfType(DBusFailed.class)
        .isThrownBy(() -> manager.join("Elsewhere"))
        .withMessageContaining("does not know the network Elsewhere; join it once: nmcli");
  }

  @Test
  void a_watch_asks_on_a_thread_of_its_own_and_tells_and_counts() throws Exception {
    manager();
    var nowMs = new AtomicLong();
    try (var watch = new WifiWatch(root, nowMs::get)) {
      assertThat(watch.accessPoint()).isEmpty();
      watch.join("Hall");
      Await.until("joined", () -> watch.status().joins() == 1);
      Await.until(
          "the access point is told",
          () -> {
            nowMs.addAndGet(15_000);
            return watch.accessPoint().isPresent();
          });
      assertThat(watch.status().accessPoint().orElseThrow().channel()).isEqualTo(36);
      watch.join("Elsewhere");
      Await.until("refused", () -> watch.status().failures() > 0);
      Await.until("told", () -> watch.status().problem().contains("Elsewhere"));
      mock.destroy();
      mock.waitFor();
      Await.until(
          "what is old is not told",
          () -> {
            nowMs.addAndGet(15_000);
            return watch.accessPoint().isEmpty();
          });
    }
  }

  @Test
  void without_NetworkManager_a_wish_is_told_and_nothing_is_asked() {
    try (var watch = new WifiWatch(root, () -> 0)) {
      assertThat(watch.accessPoint()).isEmpty();
      watch.join("Hall");
      assertThat(watch.status().manager()).isFalse();
      assertThat(watch.status().failures()).isEqualTo(1);
      assertThat(watch.status().problem()).contains("no NetworkManager", "join it by hand");
    }
  }

  private static boolean joined(NetworkManager manager, String network) {
    try {
      manager.join(network);
      return true;
    } catch (DBusFailed e) {
      return false; // its connections come one after the other
    }
  }

  private static boolean used(NetworkManager manager) {
    try {
      return manager.accessPoint().isPresent();
    } catch (DBusFailed e) {
      return false;
    }
  }

  @Test
  void a_bus_that_goes_away_is_a_sentence_and_asked_again_later() throws Exception {
    NetworkManager manager = manager();
    assertThat(manager.accessPoint()).isEmpty();
    mock.destroy();
    mock.waitFor();
    assertThatExceptionOfType(DBusFailed.class).isThrownBy(manager::accessPoint);
    bus.destroy();
    bus.waitFor();
    assertThatExceptionOfType(DBusFailed.class)
        .isThrownBy(manager::accessPoint)
        .withMessageContaining("cannot be reached");
  }

  @Test
  void a_bus_that_says_nothing_or_nonsense_is_given_up_after_a_while() throws Exception {
    Path socket = root.resolve("silent");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertThatExceptionOfType(DBusFailed.class).isThrownBy(() -> DBus.open(socket, 100));
      server.accept().close(); // the one that was given up
      Thread.ofVirtual()
          .start(
              () -> {
                try (var client = server.accept()) {
                  client.read(java.nio.ByteBuffer.allocate(1_024)); // its greeting
                  client.write(
                      java.nio.ByteBuffer.wrap(
                          "REJECTED EXTERNAL\r\n".getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException e) {
                  // the test is over
                }
              });
      assertThatExceptionOfType(DBusFailed.class)
          .isThrownBy(() -> DBus.open(socket, 10_000))
          .withMessageContaining("REJECTED");
    }
  }

  @Test
  void without_a_bus_there_is_none() {
    assertThat(new NetworkManager(root).present()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2412,1", "2437,6", "2472,13", "2484,14", "5180,36", "5825,165", "5955,1", "900,0"})
  void channels_follow_from_frequencies(int mhz, int channel) {
    assertThat(NetworkManager.channel(mhz)).isEqualTo(channel);
  }
}
