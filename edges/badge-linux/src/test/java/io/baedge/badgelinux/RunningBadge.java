package io.baedge.badgelinux;

import io.baedge.badgelinux.config.BadgeConfigReader;
import io.baedge.badgelinux.gauge.PowerSwitch;
import io.baedge.badgelinux.glass.EmulatedPanel;
import io.baedge.badgelinux.glass.Panel;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.mqtt.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A badge in this process with a panel that a test can break, on a port the system chose. */
final class RunningBadge implements AutoCloseable {
  final BadgeProcess process;
  final EmulatedPanel panel;
  final ByteArrayOutputStream log;

  private RunningBadge(BadgeProcess process, EmulatedPanel panel, ByteArrayOutputStream log) {
    this.process = process;
    this.panel = panel;
    this.log = log;
  }

  /** Starts one with a state directory; further settings as pairs of path and value. */
  static RunningBadge start(Path state, String... settings) throws BadgeStartFailed {
    return start(state, Map.of(), settings);
  }

  /** Starts one with another panel; that of {@link #panel} is not connected then. */
  static RunningBadge with(Panel panel, Path state, String... settings) throws BadgeStartFailed {
    BadgeConfigReader.Result.Usable usable = usable(state, Map.of(), settings);
    return start(usable, panel, emulated(usable), state);
  }

  /** Starts one on a board whose devices a test brings. */
  static RunningBadge on(Supplier<Kernel> kernel, PowerSwitch halt, Path state, String... settings)
      throws BadgeStartFailed {
    BadgeConfigReader.Result.Usable usable = usable(state, Map.of(), settings);
    EmulatedPanel panel = emulated(usable);
    return start(usable, new BadgeProcess.Hardware(root(state), panel, kernel, halt), panel);
  }

  static RunningBadge start(Path state, Map<String, String> environment, String... settings)
      throws BadgeStartFailed {
    BadgeConfigReader.Result.Usable usable = usable(state, environment, settings);
    EmulatedPanel panel = emulated(usable);
    return start(usable, panel, panel, state);
  }

  private static EmulatedPanel emulated(BadgeConfigReader.Result.Usable usable) {
    return new EmulatedPanel(usable.config().glass().model(), usable.config().glass().pace());
  }

  private static RunningBadge start(
      BadgeConfigReader.Result.Usable usable, Panel connected, EmulatedPanel panel, Path state)
      throws BadgeStartFailed {
    return start(usable, new BadgeProcess.Hardware(root(state), connected), panel);
  }

  /** The kernel's files that go with a state directory. */
  static Path root(Path state) {
    return state.resolveSibling(state.getFileName() + "-kernel");
  }

  private static RunningBadge start(
      BadgeConfigReader.Result.Usable usable, BadgeProcess.Hardware hardware, EmulatedPanel panel)
      throws BadgeStartFailed {
    var log = new ByteArrayOutputStream();
    return new RunningBadge(
        BadgeProcess.start(
            usable.config(),
            usable.settings(),
            new PrintStream(log, true, StandardCharsets.UTF_8),
            hardware),
        panel,
        log);
  }

  private static BadgeConfigReader.Result.Usable usable(
      Path state, Map<String, String> environment, String... settings) {
    Map<String, String> flags = new LinkedHashMap<>();
    flags.put("state", state.toString());
    flags.put("http.port", "0");
    flags.put("http.bind", "127.0.0.1");
    flags.put("panel", "emulated:2in9_V2");
    flags.put("panel_pace", "0");
    for (int i = 0; i < settings.length; i += 2) {
      flags.put(settings[i], settings[i + 1]);
    }
    return switch (new BadgeConfigReader(flags, environment).read("", "")) {
      case BadgeConfigReader.Result.Usable usable -> usable;
      case BadgeConfigReader.Result.Wrong(String sentence) -> throw new AssertionError(sentence);
    };
  }

  /** Waits until the glass shows that screen and the panel has settled. */
  RunningBadge settledOn(String screen) {
    Await.until(
        "the glass shows " + screen,
        () ->
            process.view().screen().glass().screen().equals(screen)
                && !process.view().screen().glass().hash().isEmpty());
    return this;
  }

  /** Waits until what is told of battery and supply has these words. */
  void awaitPower(String words) {
    Await.until(
        "the status of power tells " + words, () -> get("/v1/status/power").body().contains(words));
  }

  RawHttp.Answer get(String path) {
    return http("GET", path);
  }

  /** A request without a body. */
  RawHttp.Answer http(String method, String path, String... headers) {
    return RawHttp.send(process.httpPort(), method, path, new byte[0], headers);
  }

  /** A request with a body of that type. */
  RawHttp.Answer send(String method, String path, String type, String body, String... headers) {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type: " + type;
    return RawHttp.send(
        process.httpPort(), method, path, body.getBytes(StandardCharsets.UTF_8), all);
  }

  /** Writes a screen as the original's clients do. */
  RawHttp.Answer write(String screen) {
    return send(
        "POST", "/v1/device/write", "application/x-www-form-urlencoded", "screen=" + screen);
  }

  String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.close();
  }
}
