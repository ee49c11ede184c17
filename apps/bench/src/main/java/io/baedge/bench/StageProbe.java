package io.baedge.bench;

import io.baedge.badge.Badge;
import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.BadgeMemory;
import io.baedge.badge.BadgeSettings;
import io.baedge.badge.BadgeView;
import io.baedge.badgelinux.clock.BootClock;
import io.baedge.badgelinux.config.BadgeConfig;
import io.baedge.badgelinux.glass.EmulatedPanel;
import io.baedge.badgelinux.glass.Panel;
import io.baedge.badgelinux.http.LocalServer;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.Values;
import io.baedge.screen.library.ScreenRenderer;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/// The first stages of `bench footprint`, which no setting of `baedge badge` gives: a badge's
/// decisions, its renderer and the driver on an emulated panel, with its page and API or without,
/// but no card, no sensors, no settings and no uplink. It draws once and then waits.
final class StageProbe {
  /// The picture that every program of the comparison draws.
  static final Map<String, String> TEXTS =
      Map.of(
          "wearer.name", "Ada Lovelace",
          "wearer.title", "Speaker",
          "wearer.social", "@ada",
          "wearer.link", "https://example.org/ada");

  /// What every program of the comparison has.
  static final String PANEL = "2in9b_V4";

  private static final int MEMORY_MB = 512;

  private final PanelModel model = PanelModel.find(PANEL).orElseThrow();
  private final ScreenRenderer renderer = new ScreenRenderer();
  private final Panel panel = new EmulatedPanel(model, 0);
  private final BootClock clock = new BootClock();
  private final Badge badge;

  private StageProbe() {
    var facts = new DeviceFacts(PANEL, "linux", "any", "bench", MEMORY_MB, "http://127.0.0.1");
    this.badge =
        new Badge(
            BadgeSettings.of(new DeviceId("aaaaaaaaaaaaaaaa"), facts, model, List.of())
                .withTexts(Values.of(TEXTS)),
            BadgeMemory.blank(1),
            new SplittableRandom());
  }

  /// Argument: the port of page and API; none for a badge without them. Says "drawn" when the
  /// picture is on the glass, and ends when it is ended.
  public static void main(String[] args) throws Exception {
    OptionalInt port =
        args.length == 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(args[0]));
    Optional<LocalServer> server = port.isPresent() ? Optional.of(bind(port.getAsInt())) : none();
    var probe = new StageProbe();
    BadgeView view = probe.draw();
    server.ifPresent(s -> s.serve(new StillBadge(view)));
    System.out.println("drawn");
    new CountDownLatch(1).await();
  }

  private static Optional<LocalServer> none() {
    return Optional.empty();
  }

  private static LocalServer bind(int port) throws IOException {
    return LocalServer.bind(new BadgeConfig.Http("127.0.0.1", port, "", "Baedge"));
  }

  private BadgeView draw() throws Panel.PanelFailed, InterruptedException {
    step(new BadgeEvent.Started());
    while (view().screen().frame().isEmpty()) {
      Thread.sleep(Math.max(1, badge.nextDeadlineMonoMs() - clock.now().monoMs()));
      step(new BadgeEvent.Tick());
    }
    return view();
  }

  private BadgeView view() {
    return badge.view(clock.now());
  }

  private void step(BadgeEvent first) throws Panel.PanelFailed, InterruptedException {
    Deque<BadgeEvent> events = new ArrayDeque<>(List.of(first));
    while (!events.isEmpty()) {
      for (BadgeEffect effect : badge.on(events.removeFirst(), clock.now())) {
        if (effect instanceof BadgeEffect.Compose compose) {
          events.add(composed(compose));
        } else if (effect instanceof BadgeEffect.Refresh refresh) {
          panel.show(refresh.frame(), refresh.kind());
          panel.rest();
          events.add(new BadgeEvent.Refreshed(refresh.request(), refresh.frame().hash()));
        }
        // Card, sensors and radio are what these stages do without.
      }
    }
  }

  private BadgeEvent composed(BadgeEffect.Compose compose) {
    Composition made =
        renderer
            .render(compose.picture().screen(), model, compose.picture().values())
            .orElseThrow();
    return new BadgeEvent.Composed(compose.request(), made.frame(), made.report());
  }
}
