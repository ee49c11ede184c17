package io.baedge.hubserver.web;

import io.baedge.model.Now;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Push;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Command;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import io.baedge.screen.Frame;
import io.baedge.screen.FrameCodec;
import io.baedge.screen.compose.Values;
import io.baedge.screen.library.ScreenRenderer;
import io.baedge.screen.library.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** One badge of the made-up conference. Owned by the crowd's thread. */
final class FakeBadge {
  private static final ScreenRenderer RENDERER = new ScreenRenderer();
  private static final long MINUTE_MS = 60_000;

  private final DeviceId device;
  private final PanelModel panel;
  private final String accessPoint;
  private final int pastMinutes;
  private final RandomGenerator random;

  private Revision applied = Revision.NONE;
  private FencingToken token = FencingToken.NONE;
  private DesiredState state = DesiredState.UNCLAIMED;
  private Optional<String> chosen = Optional.empty();
  private List<String> own = List.of();
  private long reports;
  private long sequence;
  private int presses;

  FakeBadge(
      DeviceId device,
      PanelModel panel,
      String accessPoint,
      int pastMinutes,
      RandomGenerator random) {
    this.device = device;
    this.panel = panel;
    this.accessPoint = accessPoint;
    this.pastMinutes = pastMinutes;
    this.random = random;
  }

  DeviceId device() {
    return device;
  }

  /** Screens of a folder of its own. */
  FakeBadge with(String... screens) {
    own = List.of(screens);
    return this;
  }

  List<UpMessage> hello(Now now) {
    var facts = new DeviceFacts(panel.name(), "Linux 6.12", "arm64", "0.1.0", 512, "");
    var hello = new Status.Hello(1, List.of(), facts);
    return List.of(
        new Status(
            Status.Phase.ONLINE,
            1,
            now,
            new Status.StreamEnd(1, sequence),
            30 * MINUTE_MS,
            Optional.of(hello)),
        past(now));
  }

  /** A sign of life with a reading. */
  List<UpMessage> breathe(Now now) {
    var status =
        new Status(
            Status.Phase.ONLINE,
            1,
            now,
            new Status.StreamEnd(1, sequence),
            30 * MINUTE_MS,
            Optional.empty());
    int percent = 60 + random.nextInt(3);
    int rssi = -60 + random.nextInt(9);
    return List.of(
        status,
        new Telemetry(
            1,
            1,
            now.monoMs(),
            List.of(
                new Sample(
                    ++sequence,
                    now.monoMs(),
                    new Reading.Power(percent, 3300 + 8 * percent, PowerSource.BATTERY)),
                new Sample(++sequence, now.monoMs(), new Reading.Radio(rssi, 6, accessPoint)))));
  }

  /** Readings of the minutes before now, so that curves have something to show. */
  private UpMessage past(Now now) {
    int battery = random.nextInt(100) < 4 ? 8 + random.nextInt(10) : 40 + random.nextInt(60);
    int rssi = -45 - random.nextInt(40);
    List<Sample> samples = new ArrayList<>();
    for (int ago = pastMinutes; ago >= 0; ago--) {
      long at = now.monoMs() - ago * MINUTE_MS;
      int percent = Math.min(100, battery + ago / 3);
      samples.add(
          new Sample(
              ++sequence, at, new Reading.Power(percent, 3300 + 8 * percent, PowerSource.BATTERY)));
      samples.add(
          new Sample(
              ++sequence,
              at + 10,
              new Reading.Radio(rssi + random.nextInt(9) - 4, 6, accessPoint)));
    }
    return new Telemetry(1, 1, now.monoMs(), samples);
  }

  UpMessage choose(String screen, Now now) {
    chosen = Optional.of(screen);
    presses++;
    return report(Decider.LOCAL, now);
  }

  Optional<UpMessage> heard(DownMessage message, Now now) {
    return switch (message) {
      case Desired desired -> {
        applied = desired.revision();
        token = desired.token();
        state = desired.state();
        yield Optional.of(report(decider(), now));
      }
      case Command(var _, var kind, var _) ->
          kind == Command.Kind.IDENTIFY
              ? Optional.of(report(Decider.IDENTIFY, now))
              : Optional.empty();
      case Ack _ -> Optional.empty();
    };
  }

  private Decider decider() {
    if (state.shown().announcement().isPresent()) {
      return Decider.ANNOUNCEMENT;
    }
    if (chosen.isPresent()) {
      return Decider.LOCAL;
    }
    return state.shown().push().isPresent() && missing().isEmpty() ? Decider.PUSH : Decider.DEFAULT;
  }

  private UpMessage report(Decider decider, Now now) {
    String screen = screen(decider);
    Frame frame =
        RENDERER
            .render(screen, panel, values())
            .or(() -> RENDERER.render("wearer", panel, values()))
            .orElseThrow()
            .frame();
    var glass = new Glass(frame.hash(), screen, decider, now.monoMs(), 0, FrameCodec.encode(frame));
    return new Reported(
        applied,
        token,
        Optional.empty(),
        new Reported.Order(1, ++reports, now.monoMs()),
        glass,
        own.isEmpty() && missing().isEmpty()
            ? DesiredDoc.write(state)
            : DesiredDoc.write(state)
                .with(
                    "screens",
                    Doc.fields().put("own", texts(own)).put("missing", texts(missing())).build()));
  }

  private List<String> missing() {
    return state.shown().push().stream()
        .map(Push::screen)
        .filter(name -> !Screens.NAMES.contains(name) && !own.contains(name))
        .toList();
  }

  private static List<Doc> texts(List<String> names) {
    return names.stream().<Doc>map(Doc.Text::new).toList();
  }

  private String screen(Decider decider) {
    return switch (decider) {
      case ANNOUNCEMENT -> "announcement";
      case LOCAL -> chosen.orElse("wearer");
      case PUSH -> state.shown().push().map(push -> push.screen()).orElse("wearer");
      case LAST_GASP, IDENTIFY, PLAYLIST, DEFAULT -> state.shown().screen();
    };
  }

  private Values values() {
    Map<String, String> v = new TreeMap<>();
    state
        .wearer()
        .ifPresent(
            card -> {
              v.put("wearer.name", card.name());
              v.put("wearer.title", card.title());
              v.put("wearer.company", card.company());
              v.put("wearer.social", card.social());
              v.put("wearer.link", card.link());
              v.put("wearer.role", card.role());
            });
    state.shown().announcement().ifPresent(a -> v.put("announcement.title", a.title()));
    state.shown().announcement().ifPresent(a -> v.put("announcement.text", a.text()));
    v.put("conference.name", state.conference().name());
    v.put("conference.link", state.conference().link());
    v.put("hardware.model", "Raspberry Pi Zero 2 W");
    v.put("hardware.panel", panel.name());
    v.put("hardware.version", "0.1." + presses);
    v.put("hardware.battery", 50 + presses % 50 + " %");
    v.put("claim.code", device.claimCode());
    v.put("device.id", device.text());
    return Values.of(v);
  }
}
