package io.baedge.cli.demo;

import io.baedge.badge.uplink.HubAddress;
import io.baedge.badgelinux.card.FolderDisk;
import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.mqtt.client.MqttLoop;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.java2d.ScriptGlyphs;
import io.baedge.screen.library.ScreenRenderer;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.crowd.Crowd;
import io.baedge.sim.crowd.CrowdPlan;
import io.baedge.sim.crowd.CrowdSummary;
import io.baedge.sim.crowd.CrowdThread;
import io.baedge.sim.crowd.FolderCards;
import io.baedge.sim.crowd.Ledger;
import io.baedge.sim.device.Composer;
import io.baedge.sim.venue.Venue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Composes and runs the demo. */
public final class Demo {
  private static final SiteId SITE = new SiteId("demo");
  private static final Duration KEYNOTE_IN = Duration.ofMinutes(2);
  private static final long LEDGER_EVERY_MS = 1_000;
  private static final Duration GATHER_LIMIT = Duration.ofMinutes(5);
  private static final long GATHER_LOOK_MS = 200;
  private static final int TOLD_EVERY = 100;

  private final DemoOptions options;
  private final Consumer<String> say;
  private final OffsetDateTime beginning;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable HubChild starting;

  /** The demo cannot go on; the message is one sentence. */
  public static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    /** With its sentence. */
    public Failed(String sentence) {
      super(sentence);
    }
  }

  /** A demo whose progress is told in lines. */
  public Demo(DemoOptions options, Consumer<String> say) {
    this.options = options;
    this.say = say;
    // Once: hub and crowd must mean the same moment.
    this.beginning = options.at().orElseGet(() -> OffsetDateTime.now(ZoneId.of("Europe/Berlin")));
  }

  /**
   * Runs until its duration is over or {@link #stop} is called.
   *
   * @param onReady gets the console's address when it can be opened
   */
  public DemoSummary run(Consumer<String> onReady) throws Failed, InterruptedException {
    try {
      return perform(onReady);
    } finally {
      close();
    }
  }

  private DemoSummary perform(Consumer<String> onReady) throws Failed, InterruptedException {
    long startedNs = System.nanoTime();
    LedgerFile ledgerFile = prepare();
    MishapServer mishaps = keep(mishaps());
    HubChild hub = keep(new HubChild(childSettings(mishaps.address())));
    HubChild.Ready ready = begin(hub);
    HubApi api = keep(new HubApi(URI.create(ready.console())));
    var chance = new Chance(options.seed());
    List<DeviceId> devices = Crowd.deviceIds(options.badges(), chance);
    Map<String, DeviceId> badges =
        new HandOut(api, options, beginning.plus(KEYNOTE_IN)).to(devices);
    CrowdThread crowd = keep(crowd(chance, ready.mqtt()));
    starting = null;
    mishaps.to(new MishapServer.Stage(crowd, hub, badges));
    crowd.start();
    onReady.accept(ready.console());
    try {
      var watch = new CrowdWatch(crowd);
      double gatheredS = gather(watch, ledgerFile, startedNs);
      live(watch, ledgerFile);
      return finish(watch, hub, api, ledgerFile, gatheredS);
    } catch (IOException e) {
      throw new Failed("the ledger in " + options.data() + " cannot be written: " + e.getMessage());
    }
  }

  private HubChild.Ready begin(HubChild hub) throws Failed {
    starting = hub;
    if (stopped()) {
      throw new Failed("stopped before it began");
    }
    try {
      return hub.start();
    } catch (HubChild.Failed e) {
      throw new Failed(String.valueOf(e.getMessage()));
    }
  }

  /** Ends the demo early, from any thread; {@link #run} then comes back with a summary. */
  public void stop() {
    stop.countDown();
    HubChild child = starting;
    if (child != null) {
      // Nothing is there yet that a summary could be about: what waits for the hub gives up.
      child.close();
    }
  }

  /** Whether {@link #stop} was called. */
  public boolean stopped() {
    return stop.getCount() == 0;
  }

  /** Ends everything that was begun, the last first. */
  private void close() {
    for (AutoCloseable part : open.reversed()) {
      try {
        part.close();
      } catch (Exception e) {
        say.accept("could not close " + part.getClass().getSimpleName() + ": " + e);
      }
    }
    open.clear();
  }

  private LedgerFile prepare() throws Failed {
    try {
      Files.createDirectories(options.data());
      return LedgerFile.open(options.data().resolve("ledger.tsv"));
    } catch (IOException e) {
      throw new Failed(
          "data directory "
              + options.data()
              + " cannot be used ("
              + e.getMessage()
              + "); give one you may write to with --data DIR");
    }
  }

  private MishapServer mishaps() throws Failed {
    try {
      return MishapServer.start();
    } catch (IOException e) {
      throw new Failed("no free port on loopback for the mishaps: " + e.getMessage());
    }
  }

  private HubChild.Settings childSettings(URI mishaps) {
    return new HubChild.Settings(
        options.data(),
        List.of(
            "--site=" + SITE,
            "--http.bind=" + options.ports().bind(),
            "--mqtt.bind=127.0.0.1",
            "--http.mishaps=" + mishaps,
            "--fleet.admission_per_second=400"),
        options.ports().http(),
        options.ports().mqtt());
  }

  private CrowdThread crowd(Chance chance, int mqttPort) throws Failed {
    try {
      MqttLoop loop = keep(MqttLoop.start("crowd-sockets"));
      var link =
          new MqttBadgeLink(loop, SITE, List.of(new InetSocketAddress("127.0.0.1", mqttPort)));
      DemoRooms rooms = DemoRooms.of(beginning.plus(KEYNOTE_IN));
      var plan =
          new CrowdPlan(
              options.badges(),
              Venue.along(rooms.names()),
              rooms.sessions(),
              List.of(new HubAddress("127.0.0.1", mqttPort)),
              beginning.toInstant().toEpochMilli(),
              options.speed());
      Path cards = options.data().resolve("cards");
      return new CrowdThread(
          plan,
          link,
          composer(),
          new FolderCards(cards, FolderDisk::unforced),
          chance,
          System::nanoTime);
    } catch (IOException e) {
      throw new Failed("the crowd's sockets cannot be opened: " + e.getMessage());
    }
  }

  private Composer composer() {
    var renderer = new ScreenRenderer(ComposeOptions.DEFAULT.with(new ScriptGlyphs(say)));
    return (device, picture) ->
        renderer
            .render(picture.screen(), device.settings().panel(), picture.values())
            .or(() -> renderer.render("wearer", device.settings().panel(), picture.values()))
            .orElseThrow();
  }

  /** Waits until every badge is connected; the seconds since the beginning. */
  private double gather(CrowdWatch crowd, LedgerFile ledgerFile, long startedNs)
      throws Failed, IOException, InterruptedException {
    long limitNs = System.nanoTime() + GATHER_LIMIT.toNanos();
    int told = 0;
    int connected = crowd.summary().connected();
    while (connected < options.badges() && !stopped()) {
      if (System.nanoTime() > limitNs && options.duration().isPresent()) {
        throw new Failed(
            "only "
                + connected
                + " of "
                + options.badges()
                + " badges are connected after "
                + GATHER_LIMIT.toMinutes()
                + " min; see "
                + options.data().resolve("hub.log"));
      }
      if (connected / TOLD_EVERY > told) {
        told = connected / TOLD_EVERY;
        say.accept(connected + " badges connected");
      }
      ledgerFile.write(crowd.ledger());
      stop.await(GATHER_LOOK_MS, TimeUnit.MILLISECONDS);
      connected = crowd.summary().connected();
    }
    double seconds = (System.nanoTime() - startedNs) / 1e9;
    if (connected >= options.badges()) {
      say.accept(String.format(Locale.ROOT, "all %d badges connected, %.1f s", connected, seconds));
    }
    return seconds;
  }

  private void live(CrowdWatch crowd, LedgerFile ledgerFile)
      throws IOException, InterruptedException, Failed {
    long startedNs = System.nanoTime();
    long lastsNs =
        options
            .duration()
            .map(duration -> TimeUnit.MILLISECONDS.toNanos(duration.toMillis()))
            .orElse(Long.MAX_VALUE);
    while (System.nanoTime() - startedNs < lastsNs
        && !stop.await(LEDGER_EVERY_MS, TimeUnit.MILLISECONDS)) {
      ledgerFile.write(crowd.ledger());
    }
  }

  private DemoSummary finish(
      CrowdWatch crowd, HubChild hub, HubApi api, LedgerFile ledgerFile, double gatheredS)
      throws IOException, InterruptedException, Failed {
    CrowdSummary last = crowd.settled(stop);
    Doc.Fields fleet = fleet(api);
    long rssKb = DemoSummary.rssKb(hub.pid()) + DemoSummary.rssKb(ProcessHandle.current().pid());
    Ledger ledger = crowd.ledger();
    crowd.end();
    ledgerFile.write(ledger);
    hub.close();
    Duration cpu =
        hub.cpu().plus(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    StoredCheck.Result stored =
        StoredCheck.run(options.data().resolve("hub.db"), ledgerFile.rows(ledger));
    return DemoSummary.of(last, fleet, stored, gatheredS, cpu, rssKb / 1024);
  }

  private static Doc.Fields fleet(HubApi api) {
    try {
      return api.get("/api/v1/fleet", Map.of());
    } catch (HubApi.Refused e) {
      // A hub killed in the last moment has no counters; the store is checked all the same.
      return Doc.Fields.EMPTY;
    }
  }

  private <T extends AutoCloseable> T keep(T part) {
    open.add(part);
    return part;
  }
}
