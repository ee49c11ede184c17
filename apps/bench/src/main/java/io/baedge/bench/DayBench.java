package io.baedge.bench;

import io.baedge.badge.screen.RefreshKind;
import io.baedge.bench.Report.Figure;
import io.baedge.cli.CommandFailure;
import io.baedge.cli.Output;
import io.baedge.hubserver.importer.ImportSource;
import io.baedge.hubserver.importer.ImportedSchedule;
import io.baedge.hubserver.importer.ScheduleFile;
import io.baedge.model.codec.Decoded;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.tier.PowerTier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench day}. */
@Command(
    name = "day",
    description = {
      "24 hours of a badge at a conference in virtual time, in each power tier: refreshes by kind,",
      "energy of the panel, hours of battery, wear of the panel."
    })
final class DayBench implements Benchmark, Callable<Integer> {
  /// While a panel refreshes, milliwatts: published for 2.13" monochrome (hardware.md 1.4); no
  /// figure is known for others.
  static final double PANEL_MW = 26.4;

  /// 1,200 mAh at 3.7 V through a converter of 85 % (hardware.md 7.6).
  private static final double BATTERY_MWH = 3_774;

  /// A Zero 2 W that idles after tuning, and as shipped (hardware.md 6).
  private static final double TUNED_MW = 375;

  private static final double SHIPPED_MW = 600;
  private static final double RATED_REFRESHES = 1_000_000;

  /// Comes with the command line, for its demo.
  private static final String EXAMPLE = "/io/baedge/cli/examples/conference/schedule.json";

  private static final double JOULES_PER_MWH = 3.6;
  private static final List<PowerTier> TIERS =
      List.of(
          PowerTier.FULL, PowerTier.SAVER, PowerTier.ESSENTIAL, PowerTier.LAST_GASP, PowerTier.NAP);

  @Option(
      names = "--panel",
      paramLabel = "MODEL",
      description = "May be given again; default: 2in9b_V4 and 2in7_V2.")
  private List<String> panels = new ArrayList<>();

  @Option(
      names = "--schedule",
      paramLabel = "FILE",
      description = "A schedule as for 'schedule import'; default: the example conference.")
  private @Nullable Path schedule;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() {
    DayHub.Plan plan = plan();
    List<Figure> figures = new ArrayList<>();
    for (String name : panels.isEmpty() ? List.of("2in9b_V4", "2in7_V2") : panels) {
      PanelModel panel =
          PanelModel.find(name)
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          "--panel is '" + name + "', which is no model; see 'baedge panel list'"));
      for (PowerTier tier : TIERS) {
        figures.add(figure(panel, tier, PanelDay.run(panel, tier, plan)));
      }
    }
    return new Report(
        "badge: 24 hours of " + plan.conference().name() + " in virtual time",
        figures,
        List.of(
            "refreshes as full + fast + partial + cleaning; 20 buttons pressed, 3 announcements, the"
                + " schedule every half hour from 9 to 18; real pictures decide on the kind",
            Machine.text(
                "panel: %.1f mW while it refreshes, the figure of a 2.13\" panel; times of the model",
                PANEL_MW),
            Machine.text(
                "hours: a battery of %.0f mWh that would stay in the tier; a board that draws %.0f mW"
                    + " (tuned) or %.0f mW (as shipped) at its full, and the parts of the simulator"
                    + " (saver 0.8, below 0.7, without radio 0.6 of it); nothing while it is off",
                BATTERY_MWH, TUNED_MW, SHIPPED_MW),
            "wear: weighted refreshes; years until the 1,000,000 that makers state"));
  }

  private static Figure figure(PanelModel panel, PowerTier tier, PanelDay.Figures day) {
    return Figure.of(
        panel.name() + " " + tier.word(),
        Machine.text(
            "%d + %d + %d + %d refreshes, panel %.1f J, battery %s / %s, radio on %.0f %%, wear %d"
                + " (%.0f years)",
            day.of(RefreshKind.FULL),
            day.of(RefreshKind.FAST),
            day.of(RefreshKind.PARTIAL),
            day.of(RefreshKind.CLEANING),
            day.panelJoules(),
            hours(day, TUNED_MW),
            hours(day, SHIPPED_MW),
            100 * day.radio(),
            day.wear(),
            RATED_REFRESHES / Math.max(1, day.wear()) / 365));
  }

  private static String hours(PanelDay.Figures day, double boardMw) {
    double panelMw = day.panelJoules() / JOULES_PER_MWH / 24;
    return Machine.text("%.1f h", BATTERY_MWH / (boardMw * day.drawn() + panelMw));
  }

  private DayHub.Plan plan() {
    String from = schedule == null ? "the example conference" : "--schedule " + schedule;
    Decoded<byte[]> bytes =
        schedule == null ? new Decoded.Ok<>(example()) : ImportSource.read(schedule.toString());
    return switch (bytes.then(ScheduleFile::read)) {
      case Decoded.Malformed<ImportedSchedule>(String reason) ->
          throw new CommandFailure(from + ": " + reason);
      case Decoded.Ok<ImportedSchedule>(ImportedSchedule read) -> {
        if (read.sessions().isEmpty()) {
          throw new CommandFailure(from + " has no sessions; give another file");
        }
        yield new DayHub.Plan(read.conference(), read.sessions(), midnightMs(read));
      }
    };
  }

  private static byte[] example() {
    try (InputStream in = DayBench.class.getResourceAsStream(EXAMPLE)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + EXAMPLE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(EXAMPLE + " cannot be read", e);
    }
  }

  /// The beginning of the first day, at the venue.
  private static long midnightMs(ImportedSchedule read) {
    ZoneId zone;
    try {
      zone = ZoneId.of(read.conference().zone());
    } catch (DateTimeException e) {
      zone = ZoneId.of("UTC");
    }
    long firstMs = read.sessions().getFirst().startMs();
    LocalDate day = Instant.ofEpochMilli(firstMs).atZone(zone).toLocalDate();
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
