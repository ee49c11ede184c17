package io.baedge.sim.scenario;

import io.baedge.model.Limits;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.Located;
import io.baedge.model.codec.YamlText;
import io.baedge.model.desired.Cadence;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.doc.Suggestion;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.network.NetworkFaults;
import io.baedge.sim.venue.AccessPoint;
import io.baedge.sim.venue.Place;
import io.baedge.sim.venue.Room;
import io.baedge.sim.venue.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a scenario from YAML: typed, unknown names refused, everything wrong told at once. */
public final class ScenarioFile {
  private static final int MOST_ROOMS = 100;
  private static final int MOST_POINTS = 500;
  private static final int MOST_MISHAPS = 200;
  private static final int MOST_BADGES = 200_000;
  private static final long DAY_MS = 86_400_000;
  private static final double MOST_METRES = 10_000;

  private final Problems problems;
  private final List<AccessPoint> points = new ArrayList<>();

  private ScenarioFile(Problems problems) {
    this.problems = problems;
  }

  /** What reading a file gave. */
  public sealed interface Outcome {
    /** A scenario. */
    record Read(Scenario scenario) implements Outcome {}

    /** Not a scenario, and why. */
    record Wrong(List<Problem> problems) implements Outcome {
      public Wrong {
        problems = List.copyOf(problems);
      }

      /** All problems, one in a line. */
      public String sentences() {
        return String.join("\n", problems.stream().map(Problem::sentence).toList());
      }
    }
  }

  /** Reads the text of a scenario file. */
  public static Outcome read(String text) {
    return switch (YamlText.read(text)) {
      case Decoded.Malformed<Located>(String reason) ->
          new Outcome.Wrong(List.of(new Problem("", reason)));
      case Decoded.Ok<Located>(Located located) -> {
        var problems = new Problems(located.positions());
        var file = new ScenarioFile(problems);
        Optional<Scenario> scenario = file.scenario(DocReader.of(located.doc(), problems));
        yield scenario.isPresent() && problems.isEmpty()
            ? new Outcome.Read(scenario.get())
            : new Outcome.Wrong(problems.all());
      }
    };
  }

  private Optional<Scenario> scenario(DocReader top) {
    String name = top.text("name", Limits.SHORT_CHARS);
    Optional<Venue> venue = venue(top.object("venue"));
    Scenario.Fleet fleet = fleet(top);
    var timing =
        new Scenario.Timing(
            duration(top, "faults_for", 1_000, 30 * DAY_MS, 20 * 60_000),
            duration(top, "quiet_end", 10_000, DAY_MS, 3 * 60_000));
    Optional<NetworkFaults> network = network(top.object("network"));
    Scenario.HubPlan hub = hub(top.object("hub"));
    List<MishapPlan> mishaps = mishaps(top, timing);
    top.rejectUnknown();
    if (venue.isEmpty() || network.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Scenario(name, venue.get(), fleet, timing, network.get(), hub, mishaps));
  }

  private Scenario.Fleet fleet(DocReader top) {
    int badges = (int) top.integer("badges", 1, MOST_BADGES);
    int spares = (int) top.integer("spares", 0, MOST_BADGES, Math.max(1, badges / 20));
    DocReader cadence = top.object("cadence");
    Cadence usual = Cadence.DEFAULT;
    var read =
        new Cadence(
            duration(cadence, "sample_every", 100, DAY_MS, usual.sampleEveryMs()),
            duration(cadence, "contact_every", 1_000, DAY_MS, usual.contactEveryMs()),
            duration(cadence, "backoff_cap", 1_000, DAY_MS, usual.backoffCapMs()),
            duration(cadence, "reconnect_window", 0, DAY_MS, usual.reconnectWindowMs()));
    cadence.rejectUnknown();
    return new Scenario.Fleet(
        badges, spares, read, spread(top, "walk_every", new Spread(120_000, 600_000)));
  }

  private Optional<Venue> venue(DocReader venue) {
    int before = problems.all().size();
    List<Room> rooms = new ArrayList<>();
    for (DocReader room : venue.objects("rooms", MOST_ROOMS)) {
      room(room, rooms);
    }
    if (rooms.isEmpty()) {
      venue.problem("rooms", "must list at least one room with a name");
    }
    for (DocReader point : venue.objects("access_points", MOST_POINTS)) {
      point(point, rooms, points);
    }
    if (points.isEmpty()) {
      venue.problem("access_points", "must list at least one access point with name and room");
    }
    venue.rejectUnknown();
    return problems.all().size() == before
        ? Optional.of(new Venue(rooms, points))
        : Optional.empty();
  }

  private static void room(DocReader room, List<Room> rooms) {
    String name = room.text("name", Limits.SHORT_CHARS);
    double x = room.number("x_m", -MOST_METRES, MOST_METRES, rooms.size() * 20);
    double y = room.number("y_m", -MOST_METRES, MOST_METRES, 0);
    double width = room.number("width_m", 1, MOST_METRES, 18);
    double depth = room.number("depth_m", 1, MOST_METRES, 12);
    room.rejectUnknown();
    if (rooms.stream().anyMatch(other -> other.name().equals(name))) {
      room.problem("name", "is '" + name + "' for the second time; give each room its own name");
    }
    rooms.add(new Room(name, x, y, width, depth));
  }

  private static void point(DocReader point, List<Room> rooms, List<AccessPoint> points) {
    String name = point.text("name", Limits.SHORT_CHARS);
    String roomName = point.text("room", Limits.SHORT_CHARS);
    int channel = (int) point.integer("channel", 1, 196, 1 + points.size() % 3 * 5);
    Optional<Room> room = rooms.stream().filter(r -> r.name().equals(roomName)).findFirst();
    Place centre = room.map(Room::centre).orElse(new Place(0, 0));
    double x = point.number("x_m", -MOST_METRES, MOST_METRES, centre.xM());
    double y = point.number("y_m", -MOST_METRES, MOST_METRES, centre.yM());
    point.rejectUnknown();
    if (room.isEmpty() && !rooms.isEmpty() && point.has("room")) {
      point.problem(
          "room",
          "is '"
              + roomName
              + "', which is no room of the venue; "
              + Suggestion.oneOf(roomName, rooms.stream().map(Room::name).toList()));
    }
    if (points.stream().anyMatch(other -> other.name().equals(name))) {
      point.problem(
          "name", "is '" + name + "' for the second time; give each access point its own name");
    }
    points.add(new AccessPoint(name, roomName, new Place(x, y), channel));
  }

  private Optional<NetworkFaults> network(DocReader network) {
    NetworkFaults none = NetworkFaults.NONE;
    double loss = network.number("loss", 0, 1, 0);
    double duplication = network.number("duplication", 0, 1, 0);
    double reordering = network.number("reordering", 0, 1, 0);
    Spread delay = spread(network, "delay", none.delay());
    Spread late = spread(network, "late", new Spread(50, 3_000));
    long dropEveryMs = duration(network, "drop_every", 0, DAY_MS, 0);
    network.rejectUnknown();
    if (loss + duplication + reordering > 1) {
      network.problem("loss", "plus duplication plus reordering is above 1; they are shares");
      return Optional.empty();
    }
    return Optional.of(new NetworkFaults(loss, duplication, reordering, delay, late, dropEveryMs));
  }

  private Scenario.HubPlan hub(DocReader hub) {
    var plan =
        new Scenario.HubPlan(
            spread(hub, "commit", new Spread(2, 20)),
            hub.number("admissions_per_second", 1, 1_000_000, 50));
    hub.rejectUnknown();
    return plan;
  }

  private List<MishapPlan> mishaps(DocReader top, Scenario.Timing timing) {
    List<MishapPlan> plans = new ArrayList<>();
    for (DocReader mishap : top.objects("mishaps", MOST_MISHAPS)) {
      mishap(mishap, timing).ifPresent(plans::add);
    }
    return plans;
  }

  private Optional<MishapPlan> mishap(DocReader mishap, Scenario.Timing timing) {
    Optional<MishapKind> kind = kind(mishap);
    boolean timed = mishap.has("at");
    if (timed == mishap.has("every")) {
      mishap.problem("at", "or 'every' must be given, exactly one of the two");
    }
    long atMs = timed ? duration(mishap, "at", 0, timing.faultsMs(), 0) : -1;
    long everyMs = duration(mishap, "every", 100, 30 * DAY_MS, timed ? 0 : 60_000);
    Spread lasts = spread(mishap, "lasts", new Spread(2_000, 20_000));
    String target = mishap.text("access_point", Limits.SHORT_CHARS, "");
    mishap.rejectUnknown();
    List<String> names = points.stream().map(AccessPoint::name).toList();
    if (!target.isEmpty() && !names.contains(target)) {
      mishap.problem(
          "access_point",
          "is '" + target + "', which the venue does not have; " + Suggestion.oneOf(target, names));
    }
    return kind.map(known -> new MishapPlan(known, atMs, everyMs, lasts, target));
  }

  private static Optional<MishapKind> kind(DocReader mishap) {
    String word = mishap.text("kind", Limits.SHORT_CHARS);
    Optional<MishapKind> kind =
        Arrays.stream(MishapKind.values()).filter(k -> k.word().equals(word)).findFirst();
    if (kind.isEmpty() && mishap.has("kind")) {
      List<String> words = Arrays.stream(MishapKind.values()).map(MishapKind::word).toList();
      mishap.problem("kind", "is '" + word + "'; " + Suggestion.oneOf(word, words));
    }
    return kind;
  }

  private static long duration(
      DocReader reader, String name, long minMs, long maxMs, long otherwiseMs) {
    Optional<Long> given = reader.parsed(name, 32, Durations::parse, Durations.FORM);
    if (given.isEmpty()) {
      return otherwiseMs;
    }
    long ms = given.get();
    if (ms < minMs || ms > maxMs) {
      reader.problem(
          name,
          "is "
              + Durations.text(ms)
              + "; it must be from "
              + Durations.text(minMs)
              + " to "
              + Durations.text(maxMs));
      return otherwiseMs;
    }
    return ms;
  }

  private static Spread spread(DocReader reader, String name, Spread otherwise) {
    return reader.parsed(name, 32, Durations::parseSpread, Durations.SPREAD_FORM).orElse(otherwise);
  }
}
