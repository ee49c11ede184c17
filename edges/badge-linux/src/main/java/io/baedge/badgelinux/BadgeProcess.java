package io.baedge.badgelinux;

import io.baedge.badge.Badge;
import io.baedge.badge.BadgeSettings;
import io.baedge.badge.BadgeView;
import io.baedge.badge.local.ButtonPlan;
import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badgelinux.button.ButtonStatus;
import io.baedge.badgelinux.button.ButtonWatch;
import io.baedge.badgelinux.card.Card;
import io.baedge.badgelinux.clock.BootClock;
import io.baedge.badgelinux.config.BadgeConfig;
import io.baedge.badgelinux.dbus.WifiStatus;
import io.baedge.badgelinux.dbus.WifiWatch;
import io.baedge.badgelinux.gauge.Gauge;
import io.baedge.badgelinux.gauge.GaugeStatus;
import io.baedge.badgelinux.gauge.GaugeWatch;
import io.baedge.badgelinux.gauge.Gauges;
import io.baedge.badgelinux.gauge.PowerSwitch;
import io.baedge.badgelinux.glass.EmulatedPanel;
import io.baedge.badgelinux.glass.HardwarePanel;
import io.baedge.badgelinux.glass.Panel;
import io.baedge.badgelinux.glass.TurnedPanel;
import io.baedge.badgelinux.http.BadgeAccess;
import io.baedge.badgelinux.http.LocalServer;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.badgelinux.kernel.OneKernel;
import io.baedge.badgelinux.screens.OwnLooks;
import io.baedge.badgelinux.sensor.Board;
import io.baedge.badgelinux.sensor.BoardFacts;
import io.baedge.badgelinux.value.ValueReader;
import io.baedge.badgelinux.work.WorkRunner;
import io.baedge.kit.settings.Setting;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.panel.Rotation;
import io.baedge.model.tier.TierTable;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.mqtt.client.TlsTrust;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Values;
import io.baedge.screen.java2d.ScriptGlyphs;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.library.OwnScreens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A running badge: card, clock, sensors, panel, uplink, page. The glass keeps its picture when it
 * is closed.
 */
public final class BadgeProcess implements AutoCloseable {
  private static final long STOP_LIMIT_MS = 1_000;
  private static final long GOOD_BYE_LIMIT_MS = 300;

  private final BadgeConfig config;
  private final BadgeLoop loop;
  private final HubUplink uplink;
  private final Screens screens;
  private final Sensors sensors;
  private final Optional<ScreenWatch> watch;
  private final Opened opened;

  private BadgeProcess(
      BadgeConfig config,
      BadgeLoop loop,
      HubUplink uplink,
      Screens screens,
      Sensors sensors,
      Optional<ScreenWatch> watch,
      Opened opened) {
    this.config = config;
    this.loop = loop;
    this.uplink = uplink;
    this.screens = screens;
    this.sensors = sensors;
    this.watch = watch;
    this.opened = opened;
  }

  /** Starts a badge on this machine's own files. */
  public static BadgeProcess start(BadgeConfig config, List<Setting> settings, PrintStream log)
      throws BadgeStartFailed {
    BadgeConfig.Glass glass = config.glass();
    Panel panel =
        glass.emulated()
            ? new EmulatedPanel(glass.model(), glass.pace())
            : HardwarePanel.of(glass.model());
    return start(config, settings, log, new Hardware(Path.of("/"), panel));
  }

  /**
   * What a test brings.
   *
   * @param root of the kernel's files
   * @param kernel asked when a device is used
   * @param halt halts the board
   */
  record Hardware(Path root, Panel panel, Supplier<Kernel> kernel, PowerSwitch halt) {
    Hardware(Path root, Panel panel) {
      this(root, panel, new OneKernel(), PowerSwitch::systemd);
    }
  }

  static BadgeProcess start(
      BadgeConfig config, List<Setting> settings, PrintStream log, Hardware hardware)
      throws BadgeStartFailed {
    Card card;
    try {
      card = Card.open(config.state(), config.journal());
    } catch (Card.Unusable e) {
      throw new BadgeStartFailed(String.valueOf(e.getMessage()), e);
    }
    LocalServer server;
    try {
      server = LocalServer.bind(config.http());
    } catch (IOException e) {
      card.close();
      throw new BadgeStartFailed(
          "port "
              + config.http().port()
              + " on "
              + config.http().bind()
              + " cannot be used ("
              + e.getMessage()
              + "); another program may have it, choose one with --http PORT",
          e);
    }
    MqttLoop sockets;
    try {
      sockets = MqttLoop.start("badge-sockets");
    } catch (IOException e) {
      server.close();
      card.close();
      throw new BadgeStartFailed(
          "the system gives no sockets (" + e.getMessage() + "); raise the limit of open files", e);
    }
    return compose(config, settings, log, hardware, new Opened(card, server, sockets));
  }

  private record Sensors(
      Board board, GaugeWatch gauge, ButtonWatch keys, WifiWatch wifi, ScriptGlyphs glyphs) {
    void close() {
      keys.close();
      gauge.close();
      wifi.close();
    }
  }

  private record Opened(Card card, LocalServer server, MqttLoop sockets) {}

  private static BadgeProcess compose(
      BadgeConfig config,
      List<Setting> settings,
      PrintStream out,
      Hardware hardware,
      Opened opened) {
    Card card = opened.card;
    DeviceId device = card.identity().device();
    var board = new Board(hardware.root(), config.state());
    var trust = new TlsTrust(config.authorities());
    var uplink = new HubUplink(opened.sockets, config.site(), device, config.ways(), trust);
    var log = new DeviceLogOut(out, config.logLevel());
    var glyphs = new ScriptGlyphs(problem -> log.line(DeviceLog.Level.WARNING, problem));
    BadgeConfig.Own brought = config.glass().own();
    OwnLooks looks = OwnLooks.of(brought.folder(), brought.theme());
    looks.look();
    OwnScreens own = looks.screens();
    unknownInTiers(config, own).forEach(problem -> log.line(DeviceLog.Level.WARNING, problem));
    Rotation rotation = brought.rotation();
    ComposeOptions options =
        looks.over(
            ComposeOptions.DEFAULT
                .with(glyphs)
                .with(rotation.portrait() ? Orientation.PORTRAIT : Orientation.LANDSCAPE));
    Panel panel = TurnedPanel.of(hardware.panel(), rotation);
    var screens = new Screens(config.glass().model(), panel, own, options);
    var badge =
        new Badge(
            BadgeSettings.of(
                    device,
                    facts(config, board, opened.server.port()),
                    config.glass().model(),
                    config.hubs())
                .withWays(config.ways())
                .withTexts(texts(config, board))
                .withBounds(
                    BadgeSettings.Bounds.DEFAULT
                        .withScreens(own.names())
                        .withRotation(rotation)
                        .withTiers(config.tiers())
                        .withWorkloads(config.workloads().workloads())
                        .withValues(config.values())
                        .withButtons(config.board().buttons())),
            card.memory(),
            new SplittableRandom());
    var clock = new BootClock();
    var work =
        new WorkRunner(
            config.workloads().commands(), config.state().resolve("work.d"), clock.boot());
    GaugeWatch gauge = gauge(config, hardware, clock);
    var wifi = new WifiWatch(hardware.root(), () -> clock.now().monoMs());
    var around = new BadgeLoop.Surroundings(board, gauge, wifi, naps(config, hardware, gauge));
    var loop =
        new BadgeLoop(
            badge,
            clock,
            new BadgeLoop.Parts(card, around, uplink, screens, work, new ValueReader(), log));
    var keys =
        new ButtonWatch(
            config.board().keys(), hardware.root(), hardware.kernel(), new SplittableRandom());
    Optional<ScreenWatch> watch =
        looks.any()
            ? Optional.of(new ScreenWatch(looks, screens::use, loop::tell))
            : Optional.empty();
    var sensors = new Sensors(board, gauge, keys, wifi, glyphs);
    var process = new BadgeProcess(config, loop, uplink, screens, sensors, watch, opened);
    loop.start();
    keys.start(loop::pressed);
    watch.ifPresent(ScreenWatch::start);
    opened.server.serve(process.new Access(settings));
    return process;
  }

  /** Own screens of the tier table that are in no file yet: they may come, or be a slip. */
  private static List<String> unknownInTiers(BadgeConfig config, OwnScreens own) {
    TierTable table = config.tiers().table();
    return Stream.concat(table.power().values().stream(), table.uplink().values().stream())
        .flatMap(rules -> rules.screens().stream())
        .distinct()
        .filter(name -> !own.names().contains(name))
        .map(
            name ->
                "a tier may show the screen '"
                    + name
                    + "', which is neither built in nor in screens.folder; add its file or correct"
                    + " the name below 'tiers'")
        .toList();
  }

  /** What the settings say, and what the board is. */
  private static Values texts(BadgeConfig config, Board board) {
    Map<String, String> texts = new TreeMap<>(config.texts());
    String model = board.facts().model();
    if (!model.isEmpty()) {
      texts.put("hardware.model", model);
    }
    return Values.of(texts);
  }

  private static GaugeWatch gauge(BadgeConfig config, Hardware hardware, BootClock clock) {
    LongSupplier monoMs = () -> clock.now().monoMs();
    Gauge gauge = Gauges.of(config.board().gauge(), hardware.root(), hardware.kernel(), monoMs);
    return new GaugeWatch(gauge, monoMs, new SplittableRandom());
  }

  /** An emulated board ends, and its starter wakes it; a real one is halted by its system. */
  private static BadgeLoop.Naps naps(BadgeConfig config, Hardware hardware, GaugeWatch gauge) {
    if (!config.board().clock()) {
      return (wakeInMs, impossible) -> true;
    }
    return (wakeInMs, impossible) -> {
      gauge.powerDown(wakeInMs, hardware.halt(), impossible);
      return false;
    };
  }

  private static DeviceFacts facts(BadgeConfig config, Board board, int port) {
    String version = BadgeProcess.class.getPackage().getImplementationVersion();
    String bind = config.http().bind();
    String host = bind.equals("0.0.0.0") || bind.equals("::") ? LocalServer.ownAddress() : bind;
    return new DeviceFacts(
        config.glass().model().name(),
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
        System.getProperty("os.arch", ""),
        version == null ? "" : version,
        board.memoryMb(),
        "http://" + host + ":" + port);
  }

  /** The port of page and API. */
  public int httpPort() {
    return opened.server.port();
  }

  /** Who this device is. */
  public DeviceId device() {
    return opened.card.identity().device();
  }

  /** The badge as it is now. */
  public BadgeView view() {
    return loop.view();
  }

  /** Waits for the end; why it came, empty when {@link #close} brought it. */
  public Optional<String> awaitEnd() throws InterruptedException {
    return loop.awaitEnd();
  }

  /** When the badge is to start again, from its end on; empty when it is not to. */
  public OptionalLong wakesInMs() {
    return loop.wakesInMs();
  }

  /** Whether the badge has ended because it was asked to. */
  public boolean endedInOrder() {
    return loop.endedInOrder();
  }

  /** Says good-bye, forces what must be kept, leaves the picture on the glass. */
  @Override
  public void close() {
    watch.ifPresent(ScreenWatch::close);
    loop.stop(STOP_LIMIT_MS);
    uplink.awaitEnd(GOOD_BYE_LIMIT_MS);
    loop.endWork();
    sensors.close();
    opened.server.close();
    opened.sockets.close();
    screens.close();
    opened.card.close();
  }

  /** What the page and the API may see and do. */
  private final class Access implements BadgeAccess {
    private final List<Setting> settings;

    Access(List<Setting> settings) {
      this.settings = settings;
    }

    @Override
    public BadgeView view() {
      return loop.view();
    }

    @Override
    public LocalAnswer ask(LocalCommand command) throws InterruptedException {
      return loop.ask(command);
    }

    @Override
    public List<Setting> settings() {
      return settings;
    }

    @Override
    public DeviceId device() {
      return BadgeProcess.this.device();
    }

    @Override
    public String panel() {
      return screens.panel().describe();
    }

    @Override
    public GaugeStatus gauge() {
      return sensors.gauge.status();
    }

    @Override
    public WifiStatus wifi() {
      return sensors.wifi.status();
    }

    @Override
    public BoardFacts board() {
      return sensors.board.facts();
    }

    @Override
    public ButtonStatus keys() {
      return sensors.keys.status();
    }

    @Override
    public ButtonPlan buttons() {
      return config.board().buttons();
    }

    @Override
    public ScriptGlyphs.Counts glyphs() {
      return sensors.glyphs.counts();
    }

    @Override
    public OwnScreens screens() {
      return screens.own();
    }

    @Override
    public String cardProblem() {
      String problem = opened.card.problem();
      return problem.isEmpty() ? loop.view().outbox().cardProblem() : problem;
    }

    @Override
    public long durableThrough() {
      return loop.view().outbox().counters().durableThrough();
    }

    @Override
    public String title() {
      return config.http().title();
    }

    @Override
    public long refusedEvents() {
      return loop.refusedEvents();
    }

    @Override
    public long malformedMessages() {
      return uplink.malformed();
    }
  }
}
