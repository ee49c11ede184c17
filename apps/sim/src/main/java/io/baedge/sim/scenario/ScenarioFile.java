package io.baedge.sim.scenario;

import io.baedge.badge.relay.RelaySettings;
import io.baedge.model.Limits;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.Located;
import io.baedge.model.codec.YamlText;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.doc.Suggestion;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.network.NetworkFaults;
import io.baedge.sim.venue.Room;
import io.baedge.sim.venue.Venue;
import java.util.List;
import java.util.Optional;

/** Reads a scenario from YAML: typed, unknown names refused, everything wrong told at once. */
public final class ScenarioFile {
  private static final int MOST_BADGES = 200_000;
  private static final int MOST_GUESTS = 64;

  private ScenarioFile() {}

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

  /** Reads the text of a scenario file. A schedule that it names is left to the caller to read. */
  public static Outcome read(String text) {
    return switch (YamlText.read(text)) {
      case Decoded.Malformed<Located>(String reason) ->
          new Outcome.Wrong(List.of(new Problem("", reason)));
      case Decoded.Ok<Located>(Located located) -> {
        var problems = new Problems(located.positions());
        Optional<Scenario> scenario = scenario(DocReader.of(located.doc(), problems));
        yield scenario.isPresent() && problems.isEmpty()
            ? new Outcome.Read(scenario.get())
            : new Outcome.Wrong(problems.all());
      }
    };
  }

  private static Optional<Scenario> scenario(DocReader top) {
    String name = top.text("name", Limits.SHORT_CHARS);
    var venueReader = new VenueReader();
    Optional<Venue> venue = venueReader.read(top.object("venue"));
    Scenario.Fleet fleet = fleet(top, venue);
    var timing =
        new Scenario.Timing(
            Parts.duration(top, "faults_for", 1_000, 30 * Parts.DAY_MS, 20 * 60_000),
            Parts.duration(top, "quiet_end", 10_000, Parts.DAY_MS, 3 * 60_000));
    Optional<NetworkFaults> network = network(top.object("network"));
    Scenario.HubPlan hub = hub(top.object("hub"));
    Scenario.Trouble trouble = new MishapReader(venueReader.points(), timing).read(top);
    top.rejectUnknown();
    if (venue.isEmpty() || network.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Scenario(name, venue.get(), fleet, timing, network.get(), hub, trouble));
  }

  private static Scenario.Fleet fleet(DocReader top, Optional<Venue> venue) {
    int badges = (int) top.integer("badges", 1, MOST_BADGES);
    int spares = (int) top.integer("spares", 0, MOST_BADGES, Math.max(1, badges / 20));
    DocReader cadence = top.object("cadence");
    Cadence usual = Cadence.DEFAULT;
    var read =
        new Cadence(
            Parts.duration(cadence, "sample_every", 100, Parts.DAY_MS, usual.sampleEveryMs()),
            Parts.duration(cadence, "contact_every", 1_000, Parts.DAY_MS, usual.contactEveryMs()),
            Parts.duration(cadence, "backoff_cap", 1_000, Parts.DAY_MS, usual.backoffCapMs()),
            Parts.duration(
                cadence, "reconnect_window", 0, Parts.DAY_MS, usual.reconnectWindowMs()));
    cadence.rejectUnknown();
    return new Scenario.Fleet(
        badges,
        spares,
        read,
        Parts.spread(top, "walk_every", new Spread(120_000, 600_000)),
        batteries(top),
        crowd(top, venue),
        neighbours(top));
  }

  private static BatteryPlan batteries(DocReader top) {
    if (!top.has("batteries")) {
      return BatteryPlan.ENDLESS;
    }
    DocReader batteries = top.object("batteries");
    double capacity = batteries.number("capacity_mwh", 1, 1e6, 3_700);
    double drain = batteries.number("drain_mw", 0.1, 1e5, 400);
    int least = (int) batteries.integer("emptiest_percent", 1, 100, 60);
    int most = (int) batteries.integer("fullest_percent", 1, 100, 100);
    int charge = (int) batteries.integer("charge_below_percent", 0, 99, 15);
    batteries.rejectUnknown();
    if (most < least) {
      batteries.problem("fullest_percent", "is below emptiest_percent; swap the two");
    }
    return new BatteryPlan(capacity, drain, least, Math.max(least, most), charge);
  }

  private static NeighbourPlan neighbours(DocReader top) {
    if (!top.has("neighbours")) {
      return NeighbourPlan.NONE;
    }
    DocReader neighbours = top.object("neighbours");
    double withinM = neighbours.number("within_m", 1, 1_000, 15);
    int guests = (int) neighbours.integer("guests", 0, MOST_GUESTS, 2);
    int perMinute = (int) neighbours.integer("messages_per_minute", 1, 10_000, 60);
    neighbours.rejectUnknown();
    return new NeighbourPlan(withinM, new RelaySettings(guests, perMinute));
  }

  private static CrowdPlan crowd(DocReader top, Optional<Venue> venue) {
    if (!top.has("crowd")) {
      return CrowdPlan.STROLLING;
    }
    DocReader crowd = top.object("crowd");
    String schedule = crowd.text("schedule", Limits.LINE_CHARS);
    String foyer = crowd.text("foyer", Limits.SHORT_CHARS, "");
    long opens = Parts.duration(crowd, "opens_before", 0, Parts.DAY_MS, 30 * 60_000);
    crowd.rejectUnknown();
    if (!foyer.isEmpty() && venue.isPresent() && venue.get().room(foyer).isEmpty()) {
      List<String> rooms = venue.get().rooms().stream().map(Room::name).toList();
      crowd.problem(
          "foyer",
          "is '" + foyer + "', which is no room of the venue; " + Suggestion.oneOf(foyer, rooms));
    }
    return new CrowdPlan(schedule, foyer, opens, Conference.NONE, List.of());
  }

  private static Optional<NetworkFaults> network(DocReader network) {
    NetworkFaults none = NetworkFaults.NONE;
    double loss = network.number("loss", 0, 1, 0);
    double duplication = network.number("duplication", 0, 1, 0);
    double reordering = network.number("reordering", 0, 1, 0);
    Spread delay = Parts.spread(network, "delay", none.delay());
    Spread late = Parts.spread(network, "late", new Spread(50, 3_000));
    long dropEveryMs = Parts.duration(network, "drop_every", 0, Parts.DAY_MS, 0);
    network.rejectUnknown();
    if (loss + duplication + reordering > 1) {
      network.problem("loss", "plus duplication plus reordering is above 1; they are shares");
      return Optional.empty();
    }
    return Optional.of(new NetworkFaults(loss, duplication, reordering, delay, late, dropEveryMs));
  }

  private static Scenario.HubPlan hub(DocReader hub) {
    var plan =
        new Scenario.HubPlan(
            Parts.spread(hub, "commit", new Spread(2, 20)),
            hub.number("admissions_per_second", 1, 1_000_000, 50),
            Parts.duration(hub, "backup_every", 1_000, Parts.DAY_MS, 60 * 60_000),
            hub.integer("records_per_second", 0, 100_000_000, 0));
    hub.rejectUnknown();
    return plan;
  }
}
