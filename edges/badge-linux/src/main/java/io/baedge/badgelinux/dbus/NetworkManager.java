package io.baedge.badgelinux.dbus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What NetworkManager tells of the Wi-Fi, and the one thing it is asked to do: use a connection
 * that it knows already (NetworkManager's D-Bus reference). For one thread.
 */
public final class NetworkManager {
  private static final String NAME = "org.freedesktop.NetworkManager";
  private static final String PATH = "/org/freedesktop/NetworkManager";
  private static final String DEVICE = NAME + ".Device";
  private static final String WIRELESS = DEVICE + ".Wireless";
  private static final String POINT = NAME + ".AccessPoint";
  private static final String SETTINGS = NAME + ".Settings";
  private static final String CONNECTION = SETTINGS + ".Connection";
  private static final int WIFI = 2;
  private static final int MOST = 64;
  private static final long LIMIT_MS = 2_000;

  private final Path socket;

  /** The machine whose files are below the root. */
  public NetworkManager(Path root) {
    this.socket = root.resolve("run/dbus/system_bus_socket");
  }

  /** Whether there is a bus to ask on. */
  public boolean present() {
    return Files.exists(socket);
  }

  /**
   * An access point in use.
   *
   * @param bssid its address, in lower case
   * @param network its name
   * @param channel of the band that its frequency is in; 0 when it is in none
   */
  public record AccessPoint(String bssid, String network, int frequencyMhz, int channel) {}

  /** The access point that is used now. */
  public Optional<AccessPoint> accessPoint() throws DBusFailed {
    try (DBus bus = DBus.open(socket, LIMIT_MS)) {
      for (String device : wifis(bus)) {
        String point = text(get(bus, device, WIRELESS, "ActiveAccessPoint"));
        if (!point.isEmpty() && !point.equals("/")) {
          int mhz = get(bus, point, POINT, "Frequency") instanceof Integer number ? number : 0;
          String bssid = text(get(bus, point, POINT, "HwAddress"));
          return Optional.of(
              new AccessPoint(
                  bssid.toLowerCase(Locale.ROOT),
                  name(get(bus, point, POINT, "Ssid")),
                  mhz,
                  channel(mhz)));
        }
      }
      return Optional.empty();
    }
  }

  /**
   * Asks for a network by its name. NetworkManager must know it: passwords are its own business.
   *
   * @throws DBusFailed when it does not know it, or refuses
   */
  public void join(String network) throws DBusFailed {
    try (DBus bus = DBus.open(socket, LIMIT_MS)) {
      List<String> wifis = wifis(bus);
      if (wifis.isEmpty()) {
        throw new DBusFailed("there is no Wi-Fi to join " + network + " with");
      }
      List<Object> listed = bus.call(NAME, PATH + "/Settings", SETTINGS, "ListConnections", "");
      for (String connection : texts(listed.isEmpty() ? List.of() : listed.getFirst())) {
        List<Object> settings = bus.call(NAME, connection, CONNECTION, "GetSettings", "");
        if (network.equals(ssid(settings))) {
          bus.call(
              NAME, PATH, NAME, "ActivateConnection", "ooo", connection, wifis.getFirst(), "/");
          return;
        }
      }
      throw new DBusFailed(
          "NetworkManager does not know the network "
              + network
              + "; join it once: nmcli device wifi connect '"
              + network
              + "' password …");
    }
  }

  private static String ssid(List<Object> settings) {
    if (!settings.isEmpty()
        && settings.getFirst() instanceof Map<?, ?> sections
        && sections.get("802-11-wireless") instanceof Map<?, ?> wireless) {
      return name(wireless.get("ssid"));
    }
    return "";
  }

  private static List<String> wifis(DBus bus) throws DBusFailed {
    List<Object> answer = bus.call(NAME, PATH, NAME, "GetDevices", "");
    List<String> wifis = new ArrayList<>();
    for (String device : texts(answer.isEmpty() ? List.of() : answer.getFirst())) {
      if (get(bus, device, DEVICE, "DeviceType") instanceof Integer type && type == WIFI) {
        wifis.add(device);
      }
    }
    return wifis;
  }

  private static Object get(DBus bus, String path, String on, String property) throws DBusFailed {
    List<Object> answer =
        bus.call(NAME, path, "org.freedesktop.DBus.Properties", "Get", "ss", on, property);
    return answer.isEmpty() ? "" : answer.getFirst();
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> list
        ? list.stream().limit(MOST).map(NetworkManager::text).filter(t -> !t.isEmpty()).toList()
        : List.of();
  }

  /** Names of networks are bytes. */
  private static String name(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return "";
    }
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = list.get(i) instanceof Integer number ? number.byteValue() : 0;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * IEEE 802.11: 2.4 GHz channels 5 MHz apart from 2407, 14 apart; 5 GHz from 5000; 6 from 5950.
   */
  static int channel(int mhz) {
    if (mhz == 2_484) {
      return 14;
    }
    if (mhz >= 2_412 && mhz <= 2_472) {
      return (mhz - 2_407) / 5;
    }
    if (mhz >= 5_955 && mhz <= 7_115) {
      return (mhz - 5_950) / 5;
    }
    return mhz >= 5_160 && mhz <= 5_885 ? (mhz - 5_000) / 5 : 0;
  }
}
