package io.baedge.badge;

import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.screen.PictureRequest;
import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.value.ValueAnswer;
import io.baedge.kit.journal.Disk.DiskFailed;
import io.baedge.kit.journal.Journal;
import io.baedge.kit.journal.JournalContents;
import io.baedge.kit.journal.JournalSettings;
import io.baedge.kit.journal.SimulatedDisk;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.Now;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.DownMessage;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import io.baedge.screen.compose.FrameReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A badge on a bench: virtual time, a card, a panel, a radio and a hub, all of which can fail. */
final class Bench {
  static final DeviceId DEVICE = new DeviceId("abcdefghijklmnop");
  static final PanelModel PANEL = PanelModel.find("2in9_V2").orElseThrow();
  static final long WALL_AT_ZERO_MS = 1_750_000_000_000L;

  final VirtualTime time = new VirtualTime(0);
  final FakeHub hub = new FakeHub();
  final SimulatedDisk disk;
  final TreeMap<String, byte[]> files = new TreeMap<>();
  final List<BadgeEffect> effects = new ArrayList<>();
  final List<Long> refreshedAtMs = new ArrayList<>();
  final List<String> shownHashes = new ArrayList<>();
  final TreeMap<Long, LocalAnswer> answers = new TreeMap<>();
  final TreeMap<String, Long> workRunning = new TreeMap<>();
  final Random chance;
  Consumer<BadgeEffect> watcher = _ -> {};
  Function<BadgeEffect.AskValue, @Nullable ValueAnswer> sourceOfValues =
      _ -> new ValueAnswer.Read("Soup", "");
  Consumer<BadgeEvent> told = _ -> {};

  BadgeSettings settings;
  @Nullable Badge badge;
  long epoch;
  int battery = 80;
  PowerSource source = PowerSource.BATTERY;
  boolean naps = true;
  boolean hubUp = true;
  boolean linkUp = true;
  boolean wallSynced = true;
  long wallWrongByMs;
  String boot = "";
  String panelFault = "";
  JournalSettings journal = JournalSettings.SMALL;
  @Nullable RecordCard card;
  String composeFault = "";
  boolean composerAnswers = true;
  boolean panelAnswers = true;
  long refuseForMs = -1;
  double loss;
  double duplication;
  long jitterMs;
  boolean receiptsWithoutAcks;
  int session;
  boolean inSession;
  private boolean firstReading;
  private long requests;
  private long plannedMs = Long.MAX_VALUE;
  private @Nullable String onGlass;

  Bench(long seed) {
    this(
        seed,
        BadgeSettings.of(
            DEVICE,
            new DeviceFacts("2in9_V2", "linux", "aarch64", "1.2.3", 512, ""),
            PANEL,
            List.of(new HubAddress("hub.example", 1883))));
  }

  Bench(long seed, BadgeSettings settings) {
    this.chance = new Random(seed);
    this.disk = new SimulatedDisk(new java.util.SplittableRandom(seed));
    this.settings = settings;
  }

  long trueWallMs() {
    return WALL_AT_ZERO_MS + time.nowMs();
  }

  /** The hub answers and tells its time; the badge had asked that long ago. */
  void hubTellsTime(long roundTripMs) {
    long monoMs = now().monoMs();
    var hubTime = new Ack.HubTime(trueWallMs(), monoMs - roundTripMs);
    Received received = hub.received.getOrDefault(epoch, Received.NOTHING);
    tell(new BadgeEvent.Heard(new Ack(hub.generation, epoch, received, hub.frameHash, hubTime)));
  }

  Now now() {
    return new Now(time.nowMs() + 5_000, trueWallMs() + wallWrongByMs, wallSynced);
  }

  Bench start() {
    epoch++;
    badge = null;
    card = new RecordCard(disk, journal, epoch);
    badge =
        new Badge(
            settings, BadgeMemory.of(epoch, files, contents()), new Random(chance.nextLong()));
    plannedMs = Long.MAX_VALUE;
    firstReading = true;
    tell(new BadgeEvent.Started(boot));
    firstReading = false;
    tell(new BadgeEvent.Sensed(readings()));
    return this;
  }

  void powerCut() {
    badge = null;
    disk.powerCut();
    session++;
    inSession = false;
  }

  BadgeView view() {
    return running().view(now());
  }

  Badge running() {
    Badge b = badge;
    if (b == null) {
      throw new IllegalStateException("the power is off");
    }
    return b;
  }

  Bench run(long forMs) {
    time.runUntil(time.nowMs() + forMs);
    return this;
  }

  long ask(LocalCommand command) {
    long request = ++requests;
    tell(new BadgeEvent.LocalRequest(request, command));
    return request;
  }

  void link(boolean up) {
    linkUp = up;
    tell(new BadgeEvent.LinkChanged(up, up ? "ap1" : ""));
  }

  /** The connection breaks and the badge notices. */
  void drop() {
    if (inSession) {
      inSession = false;
      session++;
      tell(new BadgeEvent.Closed("the connection was reset"));
    }
  }

  void tell(BadgeEvent event) {
    Badge b = badge;
    if (b == null) {
      return;
    }
    Now now = now();
    told.accept(event);
    List<BadgeEffect> wanted = b.on(event, now);
    for (BadgeEffect effect : wanted) {
      effects.add(effect);
      watcher.accept(effect);
      carryOut(effect);
    }
    long deadline = b.nextDeadlineMonoMs();
    if (deadline <= now.monoMs() && !(event instanceof BadgeEvent.Stopping)) {
      throw new AssertionError(
          "after " + event + " at " + now.monoMs() + " the badge wants a tick at " + deadline);
    }
    plan(deadline);
  }

  private void plan(long deadlineMonoMs) {
    if (deadlineMonoMs == Long.MAX_VALUE) {
      return;
    }
    long dueMs = deadlineMonoMs - 5_000;
    if (dueMs < plannedMs) {
      plannedMs = dueMs;
      time.at(
          dueMs,
          () -> {
            if (plannedMs == dueMs) {
              plannedMs = Long.MAX_VALUE;
              tell(new BadgeEvent.Tick());
            }
          });
    }
  }

  private void carryOut(BadgeEffect effect) {
    switch (effect) {
      case BadgeEffect.Sense _ -> {
        if (!firstReading) {
          later(1, new BadgeEvent.Sensed(readings()));
        }
      }
      case BadgeEffect.Connect _ -> connect();
      case BadgeEffect.Disconnect _ -> {
        session++;
        inSession = false;
      }
      case BadgeEffect.Publish publish -> publish(publish);
      case BadgeEffect.Compose compose -> compose(compose);
      case BadgeEffect.Refresh refresh -> refresh(refresh);
      case BadgeEffect.Save save -> files.put(save.name(), save.bytes());
      case BadgeEffect.Keep keep -> keep(keep);
      case BadgeEffect.Acknowledged ack -> running(card).acknowledged(ack);
      case BadgeEffect.Fetch fetch -> running(card).fetch(fetch).forEach(event -> later(2, event));
      case BadgeEffect.Answer answer -> {
        if (answers.put(answer.request(), answer.answer()) != null) {
          throw new AssertionError("request " + answer.request() + " is answered twice");
        }
      }
      case BadgeEffect.AskValue asked -> {
        ValueAnswer answer = sourceOfValues.apply(asked);
        if (answer != null) {
          later(20, new BadgeEvent.ValueAnswered(asked.source().name(), asked.ask(), answer));
        }
      }
      case BadgeEffect.Log _, BadgeEffect.Relay _, BadgeEffect.Join _ -> {}
      case BadgeEffect.StartWork(String name, long run) -> {
        workRunning.put(name, run);
        later(1, new BadgeEvent.WorkStarted(name, run));
      }
      case BadgeEffect.StopWork(String name, long run) -> {
        workRunning.remove(name);
        later(1, new BadgeEvent.WorkEnded(name, run, false, ""));
      }
      case BadgeEffect.BeginAnew anew -> {
        epoch = anew.usedEpoch();
        powerCut();
        time.after(0, this::start);
      }
      case BadgeEffect.PowerDown down -> {
        if (naps) {
          powerCut();
          time.after(down.wakeInMs(), this::start);
        } else {
          later(1, new BadgeEvent.PowerDownFailed("there is no alarm"));
        }
      }
    }
  }

  private List<Reading> readings() {
    return List.of(
        new Reading.Power(battery, 3_900, source), new Reading.Radio(-60, 6, linkUp ? "ap1" : ""));
  }

  private void later(long delayMs, BadgeEvent event) {
    long ofEpoch = epoch;
    time.after(
        delayMs,
        () -> {
          if (epoch == ofEpoch) {
            tell(event);
          }
        });
  }

  private void connect() {
    int attempt = ++session;
    inSession = false;
    if (!linkUp || !hubUp) {
      inTheSame(attempt, 50, new BadgeEvent.ConnectFailed("nobody answers"));
    } else if (refuseForMs >= 0) {
      inTheSame(attempt, 20, new BadgeEvent.Refused("too many at once", refuseForMs));
    } else {
      time.after(
          20,
          () -> {
            if (session == attempt) {
              inSession = true;
              tell(new BadgeEvent.Connected(300_000, 16));
              hub.greet().forEach(message -> down(attempt, message));
            }
          });
    }
  }

  private void inTheSame(int ofSession, long delayMs, BadgeEvent event) {
    long ofEpoch = epoch;
    time.after(
        delayMs,
        () -> {
          if (session == ofSession && epoch == ofEpoch) {
            tell(event);
          }
        });
  }

  private boolean lost() {
    return loss > 0 && chance.nextDouble() < loss;
  }

  private long delay() {
    return 5 + (jitterMs > 0 ? chance.nextLong(jitterMs) : 0);
  }

  private int times() {
    return lost() ? 0 : duplication > 0 && chance.nextDouble() < duplication ? 2 : 1;
  }

  private void publish(BadgeEffect.Publish publish) {
    int ofSession = session;
    for (int i = times(); i > 0; i--) {
      time.after(
          delay(),
          () -> {
            if (hubUp && linkUp && session == ofSession) {
              List<DownMessage> answers = hub.hear(publish.message());
              inTheSame(ofSession, delay(), new BadgeEvent.Published(publish.ticket()));
              if (!receiptsWithoutAcks) {
                answers.forEach(message -> down(ofSession, message));
              }
            }
          });
    }
  }

  void down(int ofSession, DownMessage message) {
    for (int i = times(); i > 0; i--) {
      inTheSame(ofSession, delay(), new BadgeEvent.Heard(message));
    }
  }

  private void compose(BadgeEffect.Compose compose) {
    if (!composeFault.isEmpty()) {
      later(5, new BadgeEvent.ComposeFailed(compose.request(), composeFault));
    } else if (composerAnswers) {
      later(5, new BadgeEvent.Composed(compose.request(), draw(compose.picture()), report()));
    }
  }

  static Frame draw(PictureRequest picture) {
    byte[] pixels = new byte[16 * 8];
    var dots = new Random(31L * picture.screen().hashCode() + picture.values().hashCode());
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) dots.nextInt(2);
    }
    return new Frame(16, 8, Palette.BW, pixels);
  }

  static FrameReport report() {
    return new FrameReport(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private void refresh(BadgeEffect.Refresh refresh) {
    long startedAtMs = time.nowMs();
    if (!panelFault.isEmpty()) {
      onGlass = null;
      later(100, new BadgeEvent.RefreshFailed(refresh.request(), panelFault));
      return;
    }
    if (!panelAnswers) {
      onGlass = null;
      return;
    }
    String hash = refresh.frame().hash();
    long ofEpoch = epoch;
    onGlass = null;
    time.after(
        2_000,
        () -> {
          if (epoch == ofEpoch && badge != null) {
            onGlass = hash;
            refreshedAtMs.add(startedAtMs);
            shownHashes.add(hash);
            tell(new BadgeEvent.Refreshed(refresh.request(), hash));
          }
        });
  }

  private void keep(BadgeEffect.Keep keep) {
    for (BadgeEvent event : running(card).keep(keep, now().monoMs())) {
      later(2, event);
    }
  }

  private static RecordCard running(@Nullable RecordCard card) {
    if (card == null) {
      throw new IllegalStateException("the power was never on");
    }
    return card;
  }

  private JournalContents contents() {
    try {
      return running(card).contents();
    } catch (DiskFailed e) {
      return JournalContents.NOTHING;
    }
  }

  /** Whether the card takes records. */
  void card(boolean well) {
    disk.readOnly(!well);
  }

  /** Everything that a program would find on the card that starts now. */
  TreeMap<Long, List<Sample>> onCard() {
    try {
      TreeMap<Long, List<Sample>> all = new TreeMap<>();
      Journal opened = Journal.open(disk, journal);
      for (var held : opened.held()) {
        all.put(held.epoch(), opened.read(held.epoch(), 1, 1_000_000));
      }
      return all;
    } catch (DiskFailed e) {
      throw new AssertionError(e);
    }
  }

  /** Brings records of an earlier epoch to the card. */
  void bring(long ofEpoch, List<Sample> samples) {
    try {
      Journal.open(disk, journal).append(ofEpoch, samples, 0, true);
    } catch (DiskFailed e) {
      throw new AssertionError(e);
    }
  }

  @Nullable String onGlass() {
    return onGlass;
  }

  <E extends BadgeEffect> List<E> effects(Class<E> type) {
    return effects.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
