package io.baedge.badgelinux.gauge;

import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * PiSugar's own server on this board, which knows every model: lines {@code get battery} over its
 * Unix socket, else TCP 8423 ({@code cmds.rs} of PiSugar's power manager). What a model does not
 * have is answered with an error and stays unknown.
 */
final class PiSugarServer implements Gauge, WakeClock {
  private static final String SOCKET = "tmp/pisugar-server.sock";
  private static final String SETTINGS = "etc/pisugar-server";
  private static final int PORT = 8423;
  private static final long LIMIT_MS = 2_000;
  private static final long SOONEST_S = 180;
  private static final long LATEST_S = 86_400 - SOONEST_S;
  private static final int EVERY_DAY = 127;

  /** How it begins when it does not know what it was asked. */
  private static final String NOT_KNOWN = "Invalid request";

  private final Path socket;
  private final Path settings;
  private final int port;

  PiSugarServer(Path root) {
    this(root, PORT);
  }

  PiSugarServer(Path root, int port) {
    this.socket = root.resolve(SOCKET);
    this.settings = root.resolve(SETTINGS);
    this.port = port;
  }

  /** Whether its socket is there. */
  boolean answers() {
    return Files.exists(socket);
  }

  /**
   * Whether it is installed: a service with a {@code /tmp} of its own does not see the socket, and
   * asks over TCP.
   */
  boolean installed() {
    return Files.exists(settings);
  }

  private SocketAddress address() {
    return Files.exists(socket)
        ? UnixDomainSocketAddress.of(socket)
        : new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** What is asked. */
  private interface Talk<T> {
    T with(LineTalk server) throws IOException, GaugeFailed;
  }

  private <T> T talk(Talk<T> talk) throws GaugeFailed {
    try (LineTalk server = LineTalk.open(address(), LIMIT_MS)) {
      return talk.with(server);
    } catch (IOException e) {
      throw new GaugeFailed(
          "pisugar-server cannot be asked ("
              + e.getMessage()
              + "); start it with systemctl start pisugar-server, or choose another gauge",
          e);
    }
  }

  @Override
  public GaugeReading read() throws GaugeFailed {
    return talk(
        server -> {
          int millivolts =
              Chip.checked(describe(), number(server, "battery_v", 1_000).orElse(Reading.UNKNOWN));
          int percent =
              number(server, "battery", 1).map(v -> Math.clamp(v, 0, 100)).orElse(Reading.UNKNOWN);
          Optional<Boolean> plugged = truth(server, "battery_power_plugged");
          Optional<Boolean> charging = truth(server, "battery_charging");
          if (millivolts == Reading.UNKNOWN && percent == Reading.UNKNOWN) {
            throw new GaugeFailed(
                "pisugar-server has no battery; check its settings, for example the model");
          }
          return new GaugeReading(percent, millivolts, Reading.UNKNOWN, source(plugged, charging));
        });
  }

  private static PowerSource source(Optional<Boolean> plugged, Optional<Boolean> charging) {
    if (plugged.orElse(false) || charging.orElse(false)) {
      return PowerSource.EXTERNAL;
    }
    return plugged.isPresent() ? PowerSource.BATTERY : PowerSource.UNKNOWN;
  }

  private static String get(LineTalk server, String name) throws IOException {
    // A press of its button comes between answers as a line of its own.
    String answer = ask(server, "get " + name, name + ":");
    return answer.startsWith(NOT_KNOWN) ? answer : answer.substring(name.length() + 1).strip();
  }

  /** An answer begins with the name; a version that does not know the name says only that. */
  private static String ask(LineTalk server, String line, String begin) throws IOException {
    return server.ask(line, answer -> answer.startsWith(begin) || answer.startsWith(NOT_KNOWN));
  }

  private static Optional<Integer> number(LineTalk server, String name, int times)
      throws IOException {
    try {
      double value = Double.parseDouble(get(server, name)) * times;
      return value >= 0 && value < 100_000
          ? Optional.of((int) Math.round(value))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // an error of its own, in words
    }
  }

  private static Optional<Boolean> truth(LineTalk server, String name) throws IOException {
    return switch (get(server, name)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public void wake(long inMs) throws GaugeFailed {
    long inS = Math.clamp(inMs / 1_000, SOONEST_S, LATEST_S);
    talk(
        server -> {
          String time = get(server, "rtc_time");
          OffsetDateTime at;
          try {
            at = OffsetDateTime.parse(time).plusSeconds(inS).truncatedTo(ChronoUnit.SECONDS);
          } catch (DateTimeParseException e) {
            throw new GaugeFailed(
                "the clock of the PiSugar tells no time ("
                    + time
                    + "); set it once: rtc_pi2rtc in pisugar-server",
                e);
          }
          String order = "rtc_alarm_set";
          String when = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
          String answer = ask(server, order + " " + when + " " + EVERY_DAY, order);
          if (!answer.endsWith("done") || !truth(server, "rtc_alarm_enabled").orElse(false)) {
            throw new GaugeFailed(
                "pisugar-server did not take the alarm (" + answer + "); see its log");
          }
          return at;
        });
  }

  /** Its own unit cuts the power at the end of a shutdown; without one nothing is cut. */
  @Override
  public void stay() throws GaugeFailed {
    String order = "rtc_alarm_disable";
    talk(
        server -> {
          String answer = ask(server, order, order);
          if (!answer.endsWith("done")) {
            throw new GaugeFailed(
                "pisugar-server did not take the alarm back (" + answer + "); see its log");
          }
          return answer;
        });
  }

  @Override
  public boolean atOnce() {
    return false;
  }

  @Override
  public ChargeCurve curve() {
    return ChargeCurve.PISUGAR_3;
  }

  @Override
  public Optional<WakeClock> clock() {
    return Optional.of(this);
  }

  @Override
  public String describe() {
    return "pisugar-server";
  }
}
