package io.baedge.hubserver.web;

import io.baedge.hub.HubSettings;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hubserver.config.HubConfig;
import io.baedge.hubserver.loop.HubLoop;
import io.baedge.hubserver.loop.HubParts;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.hubserver.store.Database;
import io.baedge.hubserver.store.JdbcHubStore;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import io.baedge.model.id.WearerId;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.wearer.WearerCard;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A conference on the real hub, store and web server, with a fake crowd in front. */
final class TestConference implements AutoCloseable {
  private static final SiteId SITE = new SiteId("hall");
  private static final List<String> FIRST =
      List.of(
          "Ada", "Søren", "Zoë", "Íñigo", "Ελένη", "Олена", "Łucja", "Maximiliana", "Jo", "Noor");
  private static final List<String> LAST =
      List.of(
          "Lovelace",
          "Wójcik",
          "Müller",
          "Παπαδοπούλου",
          "Шевченко",
          "van der Berg",
          "Nguyễn",
          "O’Neill",
          "Featherstonehaugh-Cholmondeley",
          "Li");
  private static final List<String> ROLES =
      List.of("attendee", "attendee", "attendee", "attendee", "speaker", "crew");
  private static final List<String> PANELS =
      List.of("2in9_V2", "2in9_V2", "2in13_V4", "2in9b_V4", "2in7", "2in13b_V4");

  final FakeCrowd crowd;
  final HubLoop loop;
  private final JdbcHubStore store;
  private final HubMetrics metrics;
  private final HubParts parts;
  private final int badges;
  WebServer web;

  /** Starts one and waits until every glass is drawn. */
  static TestConference start(Path folder, int badges, int spareDevices) throws Exception {
    return start(folder, badges, spareDevices, WebSettings.of("127.0.0.1", 0, "Hall 3"));
  }

  static TestConference start(Path folder, int badges, int spareDevices, WebSettings settings)
      throws Exception {
    return new TestConference(folder, badges, spareDevices, settings);
  }

  private TestConference(Path folder, int badges, int spare, WebSettings settings)
      throws Exception {
    this.badges = badges;
    java.nio.file.Files.createDirectories(folder);
    store =
        JdbcHubStore.open(
            Database.sqlite(folder.resolve("hub.db")), SITE, "test", System::currentTimeMillis);
    metrics = new HubMetrics();
    crowd = new FakeCrowd(crowdOf(badges + spare));
    loop = new HubLoop(HubSettings.of(SITE), store, crowd, metrics);
    crowd.start(loop);
    loop.start();
    done(new Request.ImportPeople(people(badges + spare), false));
    done(new Request.CreateBadges(newBadges()));
    crowd.connectAll();
    var config =
        new HubConfig(
            SITE,
            folder,
            new HubConfig.Http("127.0.0.1", 0, List.of(), Optional.empty()),
            new HubConfig.Mqtt("127.0.0.1", 0, Optional.empty()),
            new HubConfig.Database(Optional.empty(), "", ""),
            new HubConfig.Fleet(50, badges, 6 * 3_600_000L, 300_000));
    parts = new HubParts(config, List.of(), loop, store.history(), metrics);
    web = WebServer.start(parts, settings);
    awaitGlasses();
  }

  private void awaitGlasses() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (loop.fleet().rows().stream()
            .filter(row -> row.identity().badge().isPresent() && !row.picture().hash().isEmpty())
            .count()
        < badges) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not every glass was drawn within 90 s");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** The web server goes away and comes back on the same port, as after a crash. */
  void restartWeb() throws Exception {
    int port = web.port();
    web = WebServer.start(parts, WebSettings.of("127.0.0.1", port, "Hall 3"));
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + web.port() + path);
  }

  static BadgeId badge(int number) {
    return new BadgeId(String.format(Locale.ROOT, "b-%04d", number));
  }

  static DeviceId device(int number) {
    return DeviceId.ofPublicKey(("device " + number).getBytes(StandardCharsets.US_ASCII));
  }

  static String name(int number) {
    int first = number % FIRST.size();
    return FIRST.get(first) + " " + LAST.get((number / FIRST.size() + first) % LAST.size());
  }

  private static List<FakeBadge> crowdOf(int size) {
    var random = new SplittableRandom(2344);
    List<FakeBadge> crowd = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      PanelModel panel = PanelModel.find(PANELS.get(random.nextInt(PANELS.size()))).orElseThrow();
      String point = "ap-" + (1 + i % 8);
      var badge = new FakeBadge(device(i), panel, point, i <= 3 ? 110 : 1, random.split());
      crowd.add(i == 14 || i == 15 ? badge.with("lunch") : badge);
    }
    return crowd;
  }

  private static List<WearerCard> people(int size) {
    List<WearerCard> people = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      people.add(
          new WearerCard(
              wearer(i),
              name(i),
              i % 3 == 0 ? "Engineer" : "",
              i % 4 == 0 ? "" : "Analytical Engines",
              "",
              "https://example.org/p/" + i,
              ROLES.get(i % ROLES.size())));
    }
    return people;
  }

  static WearerId wearer(int number) {
    return new WearerId(String.format(Locale.ROOT, "T%04d", number));
  }

  private List<Request.NewBadge> newBadges() {
    List<Request.NewBadge> list = new ArrayList<>();
    for (int i = 1; i <= badges; i++) {
      list.add(
          new Request.NewBadge(
              badge(i),
              List.of(ROLES.get(i % ROLES.size())),
              Optional.of(wearer(i)),
              Optional.of(device(i).text())));
    }
    return list;
  }

  HubParts parts() {
    return parts;
  }

  void done(Request request) throws Exception {
    Outcome outcome = loop.ask("test", request).get(30, TimeUnit.SECONDS);
    if (!(outcome instanceof Outcome.Done)) {
      throw new IllegalStateException("the hub did not do it: " + outcome);
    }
  }

  @Override
  public void close() {
    web.close();
    loop.close();
    crowd.close();
    store.close();
    metrics.close();
  }

  /** Serves a conference that moves, for looking at the console while working on it. */
  public static void main(String[] arguments) throws Exception {
    int size = Integer.parseInt(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    Path folder = java.nio.file.Files.createTempDirectory("baedge-look");
    var settings = WebSettings.of("127.0.0.1", port, "Hall 3");
    if (arguments.length > 2) {
      settings = settings.with(URI.create(arguments[2]));
    }
    TestConference conference = start(folder, size, 3, settings);
    System.out.println("look at " + conference.at("/"));
    var random = new SplittableRandom(1);
    List<String> screens = List.of("wearer", "hardware", "conference", "baedge", "schedule");
    for (int i = 0; i < size / 40; i++) {
      conference.crowd.cut(device(1 + random.nextInt(size)));
    }
    while (true) {
      conference.crowd.press(
          device(4 + random.nextInt(size - 3)), screens.get(random.nextInt(screens.size())));
      conference.crowd.breathe(device(1 + random.nextInt(3)));
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
