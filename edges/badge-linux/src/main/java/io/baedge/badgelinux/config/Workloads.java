package io.baedge.badgelinux.config;

import io.baedge.badge.work.Work;
import io.baedge.badge.work.Workload;
import io.baedge.badgelinux.work.WorkCommand;
import io.baedge.kit.settings.Durations;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.tier.PowerTier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The workloads of a badge: what decisions need to know of each, and how each is started.
 *
 * @param workloads in the order of the file
 */
public record Workloads(List<Workload> workloads, List<WorkCommand> commands) {
  /** None. */
  public static final Workloads NONE = new Workloads(List.of(), List.of());

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9@_.:-]{1,120}\\.[a-z]{4,9}");
  private static final int MOST_WORDS = 32;
  private static final int WORD_CHARS = 1_024;
  private static final long MOST_MS = 365L * 86_400_000;

  public Workloads {
    workloads = List.copyOf(workloads);
    commands = List.copyOf(commands);
  }

  /** The list {@code workloads} of a badge.yaml; what is wrong becomes a problem of its reader. */
  static Workloads read(DocReader root) {
    if (!root.has("workloads")) {
      return NONE;
    }
    Map<String, Workload> workloads = new LinkedHashMap<>();
    List<WorkCommand> commands = new ArrayList<>();
    for (DocReader one : root.objects("workloads", Work.MOST)) {
      String name =
          one.parsed("name", 64, Workloads::name, "1 to 32 of a-z, 0-9 and '-'").orElse("");
      Optional<WorkCommand> command = command(one, name);
      Workload workload = workload(one, name.isEmpty() ? "unnamed" : name);
      one.rejectUnknown();
      if (name.isEmpty() && !one.has("name")) {
        one.problem("name", "is missing; give the workload a name of a-z, 0-9 and '-'");
      } else if (workloads.put(name, workload) != null) {
        one.problem("name", "is '" + name + "' a second time; names must differ");
      }
      command.ifPresent(commands::add);
    }
    return new Workloads(List.copyOf(workloads.values()), commands);
  }

  private static Optional<WorkCommand> command(DocReader one, String name) {
    List<String> start = words(one, "start");
    List<String> stop = words(one, "stop");
    String unit =
        one.parsed("unit", 128, Workloads::unit, "a unit of systemd such as game.service")
            .orElse("");
    boolean both = one.has("unit") && one.has("start");
    boolean neither = !one.has("unit") && start.isEmpty();
    if (both || neither) {
      one.problem(
          "start",
          "is needed as a list of the program and its arguments, or unit as a unit of systemd; give"
              + " one of the two");
    } else if (!unit.isEmpty() && !stop.isEmpty()) {
      one.problem("stop", "is for a start command; systemd knows how to stop " + unit);
    } else if (start.isEmpty() != unit.isEmpty() && !name.isEmpty()) {
      return Optional.of(new WorkCommand(name, start, stop, unit));
    }
    return Optional.empty();
  }

  /** A program and its arguments; a number among them is the text of it. */
  private static List<String> words(DocReader one, String name) {
    List<String> words = new ArrayList<>();
    for (Doc item : one.items(name, MOST_WORDS)) {
      switch (item) {
        case Doc.Text(String text) when text.length() <= WORD_CHARS -> words.add(text);
        case Doc.Int(long number) -> words.add(Long.toString(number));
        default -> one.problem(name, "must hold texts of at most " + WORD_CHARS + " characters");
      }
    }
    return words;
  }

  private static Workload workload(DocReader one, String name) {
    long stopAfterMs = duration(one, "stop_on_client_after", 0, 1_000);
    var back = one.word("when_back", Workload.Back.class, Workload.Back.START);
    DocReader restart = one.object("restart");
    Workload.Restart usual = Workload.Restart.DEFAULT;
    String when = restart.text("when", 64, "on-failure");
    long baseMs = duration(restart, "base", usual.baseMs(), 100);
    long capMs = duration(restart, "cap", Math.max(baseMs, usual.capMs()), 100);
    int most = (int) restart.integer("most", 0, 1_000, usual.most());
    if (capMs < baseMs) {
      restart.problem("cap", "must be at least base");
    }
    var rule = new Workload.Restart(when(restart, when), most, baseMs, Math.max(baseMs, capMs));
    restart.rejectUnknown();
    return new Workload(name, stopAfterMs, back, tiers(one), rule);
  }

  private static Workload.When when(DocReader restart, String word) {
    return switch (word) {
      case "always" -> Workload.When.ALWAYS;
      case "on-failure" -> Workload.When.ON_FAILURE;
      case "never" -> Workload.When.NEVER;
      default -> {
        restart.problem("when", "is '" + word + "'; use always, on-failure or never");
        yield Workload.When.ON_FAILURE;
      }
    };
  }

  private static Set<PowerTier> tiers(DocReader one) {
    Set<PowerTier> tiers = EnumSet.noneOf(PowerTier.class);
    if (one.has("tiers")) {
      for (String word : one.texts("tiers", PowerTier.values().length, 64)) {
        PowerTier.of(word)
            .ifPresentOrElse(
                tiers::add,
                () ->
                    one.problem(
                        "tiers",
                        "has '" + word + "'; use full, saver, essential, last-gasp or unknown"));
      }
    }
    return tiers;
  }

  private static long duration(DocReader doc, String name, long otherwiseMs, long leastMs) {
    Optional<Long> given = doc.parsed(name, 32, Durations::parse, Durations.FORM);
    if (given.isPresent() && (given.get() < leastMs || given.get() > MOST_MS)) {
      doc.problem(name, "must be " + leastMs + "ms to 365d");
      return otherwiseMs;
    }
    return given.orElse(otherwiseMs);
  }

  private static Optional<String> name(String text) {
    return NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> unit(String text) {
    return UNIT.matcher(text).matches() && !text.startsWith("-")
        ? Optional.of(text)
        : Optional.empty();
  }
}
