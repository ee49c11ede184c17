package io.baedge.cli.demo;

import io.baedge.badge.uplink.HubAddress;
import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.mqtt.client.MqttLoop;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Composes and runs the demo. */
public final class Demo implements AutoCloseable {
  private static final SiteId SITE = new SiteId("demo");
  private static final Duration KEYNOTE_IN = Duration.ofMinutes(2);
  private static final long LEDGER_EVERY_MS = 1_000;
  private static final Duration GATHER_LIMIT = Duration.ofMinutes(5);
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(20);

  private final DemoOptions options;
  private final Consumer<String> say;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);

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
  }

  /**
   * Runs until its duration is over or {@link #stop} is called.
   *
   * @param onReady gets the console's address when it can be opened
   */
  public DemoSummary run(Consumer<String> onReady) throws Failed, InterruptedException {
    long startedNs = System.nanoTime();
    LedgerFile ledgerFile = prepare();
    MishapServer mishaps = keep(mishaps());
    HubChild hub = keep(new HubChild(childSettings(mishaps.address())));
    HubChild.Ready ready;
    try {
      ready = hub.start();
    } catch (HubChild.Failed e) {
      throw new Failed(String.valueOf(e.getMessage()));
    }
    HubApi api = keep(new HubApi(URI.create("http://127.0.0.1:" + ready.http())));
    var chance = new Chance(options.seed());
    List<DeviceId> devices = Crowd.deviceIds(options.badges(), chance);
    Map<String, DeviceId> badges = handOut(api, devices);
    onReady.accept(ready.console());
    CrowdThread crowd = keep(crowd(chance, ready.mqtt()));
    mishaps.to(new MishapServer.Stage(crowd, hub, badges));
    crowd.start();
    try {
      double gatheredS = gather(crowd, ledgerFile, startedNs);
      live(crowd, ledgerFile);
      return close(crowd, hub, api, ledgerFile, gatheredS);
    } catch (IOException e) {
      throw new Failed("the ledger in " + options.data() + " cannot be written: " + e.getMessage());
    }
  }

  /** Ends the demo early, from any thread. */
  public void stop() {
    stop.countDown();
  }

  /** Ends everything that was begun, the last first. */
  @Override
  public void close() {
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

  /** Tells the hub who comes, what they hear and who gets which board. */
  private Map<String, DeviceId> handOut(HubApi api, List<DeviceId> devices) throws Failed {
    Map<String, DeviceId> byBadge = new LinkedHashMap<>();
    List<Doc> badges = new ArrayList<>();
    for (int i = 0; i < devices.size(); i++) {
      String badge = String.format(Locale.ROOT, "badge-%03d", i + 1);
      byBadge.put(badge, devices.get(i));
      badges.add(
          Doc.fields()
              .put("badge", badge)
              .put("wearer", DemoConference.key(i + 1))
              .put("device", devices.get(i).text())
              .build());
    }
    try {
      Doc.Fields schedule = DemoConference.schedule(beginning().plus(KEYNOTE_IN));
      api.send("PUT", "/api/v1/schedule", Map.of(), HubApi.Body.json(schedule));
      byte[] people = DemoConference.attendees(options.badges());
      api.send("POST", "/api/v1/people/import", Map.of(), new HubApi.Body("text/csv", people));
      api.send(
          "POST",
          "/api/v1/badges",
          Map.of(),
          HubApi.Body.json(Doc.fields().put("badges", badges).build()));
      return byBadge;
    } catch (HubApi.Refused e) {
      throw new Failed("the hub does not take the demo's conference: " + e.getMessage());
    }
  }

  private OffsetDateTime beginning() {
    return options.at().orElseGet(() -> OffsetDateTime.now(ZoneId.of("Europe/Berlin")));
  }

  private CrowdThread crowd(Chance chance, int mqttPort) throws Failed {
    try {
      MqttLoop loop = keep(MqttLoop.start("crowd-sockets"));
      var link =
          new MqttBadgeLink(loop, SITE, List.of(new InetSocketAddress("127.0.0.1", mqttPort)));
      DemoRooms rooms = DemoRooms.of(beginning().plus(KEYNOTE_IN));
      var plan =
          new CrowdPlan(
              options.badges(),
              Venue.along(rooms.names()),
              rooms.sessions(),
              List.of(new HubAddress("127.0.0.1", mqttPort)),
              beginning().toInstant().toEpochMilli(),
              options.speed());
      Path cards = options.data().resolve("cards");
      return new CrowdThread(
          plan, link, composer(), new FolderCards(cards), chance, System::nanoTime);
    } catch (IOException e) {
      throw new Failed("the crowd's sockets cannot be opened: " + e.getMessage());
    }
  }

  private static Composer composer() {
    var renderer = new ScreenRenderer();
    return (device, picture) ->
        renderer
            .render(picture.screen(), device.settings().panel(), picture.values())
            .or(() -> renderer.render("wearer", device.settings().panel(), picture.values()))
            .orElseThrow();
  }

  /** Waits until every badge is connected; the seconds since the beginning. */
  private double gather(CrowdThread crowd, LedgerFile ledgerFile, long startedNs)
      throws Failed, IOException, InterruptedException {
    long limitNs = System.nanoTime() + GATHER_LIMIT.toNanos();
    int told = 0;
    while (stop.getCount() > 0) {
      CrowdSummary summary = summary(crowd);
      if (summary.connected() >= options.badges()) {
        double seconds = (System.nanoTime() - startedNs) / 1e9;
        say.accept(
            String.format(
                Locale.ROOT, "all %d badges connected after %.1f s", options.badges(), seconds));
        return seconds;
      }
      if (System.nanoTime() > limitNs && options.duration().isPresent()) {
        throw new Failed(
            "only "
                + summary.connected()
                + " of "
                + options.badges()
                + " badges are connected after "
                + GATHER_LIMIT.toMinutes()
                + " min; see "
                + options.data().resolve("hub.log"));
      }
      if (summary.connected() / 100 > told) {
        told = summary.connected() / 100;
        say.accept(summary.connected() + " badges connected");
      }
      ledgerFile.write(ledger(crowd));
      stop.await(200, TimeUnit.MILLISECONDS);
    }
    return (System.nanoTime() - startedNs) / 1e9;
  }

  private void live(CrowdThread crowd, LedgerFile ledgerFile)
      throws IOException, InterruptedException, Failed {
    Instant end = options.duration().map(d -> Instant.now().plus(d)).orElse(Instant.MAX);
    while (Instant.now().isBefore(end) && !stop.await(LEDGER_EVERY_MS, TimeUnit.MILLISECONDS)) {
      ledgerFile.write(ledger(crowd));
    }
  }

  private DemoSummary close(
      CrowdThread crowd, HubChild hub, HubApi api, LedgerFile ledgerFile, double gatheredS)
      throws IOException, InterruptedException, Failed {
    CrowdSummary last = settled(crowd);
    Doc.Fields fleet = fleet(api);
    long rssKb = DemoSummary.rssKb(hub.pid()) + DemoSummary.rssKb(ProcessHandle.current().pid());
    Ledger ledger = ledger(crowd);
    crowd.close();
    ledgerFile.write(ledger);
    hub.close();
    Duration cpu =
        hub.cpu().plus(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    StoredCheck.Result stored =
        StoredCheck.run(options.data().resolve("hub.db"), ledgerFile.rows(ledger));
    return DemoSummary.of(last, fleet, stored, gatheredS, cpu, rssKb / 1024);
  }

  /** Lets what was pushed in the last moment reach the glasses, within a limit. */
  private CrowdSummary settled(CrowdThread crowd) throws Failed, InterruptedException {
    long limitNs = System.nanoTime() + SETTLE_LIMIT.toNanos();
    CrowdSummary summary = summary(crowd);
    while (summary.withPicture() < summary.owned()
        && System.nanoTime() < limitNs
        && !stop.await(100, TimeUnit.MILLISECONDS)) {
      summary = summary(crowd);
    }
    return summary;
  }

  private static Doc.Fields fleet(HubApi api) {
    try {
      return api.get("/api/v1/fleet", Map.of());
    } catch (HubApi.Refused e) {
      // A hub killed in the last moment has no counters; the store is checked all the same.
      return Doc.Fields.EMPTY;
    }
  }

  private static CrowdSummary summary(CrowdThread crowd) throws Failed {
    return alive(crowd).call(Crowd::summary).join();
  }

  private static Ledger ledger(CrowdThread crowd) throws Failed {
    return alive(crowd).call(Crowd::ledger).join();
  }

  private static CrowdThread alive(CrowdThread crowd) throws Failed {
    Throwable failure = crowd.failure();
    if (failure != null) {
      throw new Failed("the crowd stopped: " + failure);
    }
    return crowd;
  }

  private <T extends AutoCloseable> T keep(T part) {
    open.add(part);
    return part;
  }
}
