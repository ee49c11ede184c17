package io.baedge.badgelinux.setup;

import io.baedge.badgelinux.glass.Panel;
import io.baedge.badgelinux.kernel.Kernel;
import io.baedge.badgelinux.sensor.KernelFiles;
import io.baedge.badgelinux.setup.SetupStep.State;
import io.baedge.model.doc.Suggestion;
import io.baedge.model.panel.PanelModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Walks a board through everything a badge on it needs. */
public final class BadgeSetup {
  private static final String EMULATED = "emulated:2in9_V2";
  private static final String EMULATED_PREFIX = "emulated:";
  private static final long ARCHIVE_LIMIT_S = 600;
  private static final long COMMAND_LIMIT_S = 60;
  private static final int ARCHIVE_NEEDS_KB = 300_000;

  private final SetupOptions options;
  private final Dialog dialog;
  private final Commands commands;
  private final Function<PanelModel, Panel> panels;
  private final BoardSteps board;
  private final SetupFiles files;
  private final List<SetupStep> steps = new ArrayList<>();

  /** On a board whose devices the kernel has. */
  public BadgeSetup(
      SetupOptions options,
      Dialog dialog,
      Commands commands,
      Supplier<Kernel> kernel,
      Function<PanelModel, Panel> panels) {
    this.options = options;
    this.dialog = dialog;
    this.commands = commands;
    this.panels = panels;
    this.board = new BoardSteps(options.root(), kernel);
    this.files = new SetupFiles(options, dialog);
  }

  /** Does it all; the outcome of each step in order. */
  public List<SetupStep> run() throws InterruptedException {
    take(board.board());
    boolean spi = take(board.spi());
    boolean gpio = take(board.gpio());
    take(board.i2c());
    String panel = panel(spi && gpio);
    take(board.battery());
    take(board.wifi());
    boolean config = take(files.config(panel));
    boolean user = take(user());
    boolean unit = take(files.unit());
    if (!options.checkOnly() && config && user && unit) {
      take(archive());
      take(service());
    }
    return List.copyOf(steps);
  }

  private boolean take(SetupStep step) {
    steps.add(step);
    dialog.tell(step);
    return step.state() != State.MISSING;
  }

  private String panel(boolean wires) throws InterruptedException {
    if (options.panel().isPresent()) {
      return named(options.panel().get());
    }
    if (!wires) {
      take(
          SetupStep.warning(
              "panel",
              "without SPI and GPIO no real panel can be tried",
              "make them work first; until then badge.yaml gets " + EMULATED));
      return EMULATED;
    }
    if (options.checkOnly() || options.yes()) {
      take(
          SetupStep.warning(
              "panel",
              "no panel was tried, because nobody is asked",
              "name it with --panel MODEL, or run this without --yes and --check"));
      return EMULATED;
    }
    SetupStep found = new PanelTrial(panels, dialog).find();
    return take(found) ? found.text() : EMULATED;
  }

  private String named(String name) {
    boolean emulated = name.startsWith(EMULATED_PREFIX);
    String bare = emulated ? name.substring(EMULATED_PREFIX.length()) : name;
    Optional<PanelModel> model = PanelModel.find(bare);
    if (model.isEmpty()) {
      take(
          SetupStep.missing(
              "panel",
              "there is no panel '" + name + "'",
              Suggestion.oneOf(bare, PanelModel.ALL.stream().map(PanelModel::name).toList())));
      return EMULATED;
    }
    String full = (emulated ? EMULATED_PREFIX : "") + model.get().name();
    take(SetupStep.found("panel", full + ", as it was said"));
    return full;
  }

  private SetupStep user() {
    boolean there =
        new KernelFiles(options.root())
            .lines("etc/passwd").stream().anyMatch(line -> line.startsWith("baedge:"));
    if (there) {
      return SetupStep.found("user", "the user baedge is there");
    }
    List<String> command =
        List.of(
            "useradd",
            "--system",
            "--home-dir",
            "/var/lib/baedge-badge",
            "--shell",
            "/usr/sbin/nologin",
            "baedge");
    if (options.checkOnly()) {
      return SetupStep.missing("user", "there is no user baedge", String.join(" ", command));
    }
    String problem = commands.run(command, COMMAND_LIMIT_S);
    return problem.isEmpty()
        ? SetupStep.done("user", "the user baedge is made")
        : SetupStep.missing("user", problem, "run this as root");
  }

  /** A start without it only takes longer, so whatever goes wrong here is a warning. */
  private SetupStep archive() {
    String launcher = options.home().resolve("baedge").toString();
    String by = launcher + " badge archive";
    long free =
        new KernelFiles(options.root())
            .lines("proc/meminfo").stream()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong("0" + line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    if (free < ARCHIVE_NEEDS_KB) {
      return SetupStep.warning(
          "archive",
          "no archive of classes was made: only " + free / 1_024 + " MB of memory are free",
          "badges start as before, a third slower; close programs and run " + by);
    }
    String problem = commands.run(List.of(launcher, "badge", "archive"), ARCHIVE_LIMIT_S);
    return problem.isEmpty()
        ? SetupStep.done("archive", "the archive of classes is made")
        : SetupStep.warning(
            "archive", problem, "badges start as before, a third slower; see " + by);
  }

  private SetupStep service() {
    String by = "systemctl daemon-reload && systemctl enable --now baedge-badge";
    if (!options.yes() && !dialog.yes("Start the badge now and with the board?", true)) {
      return SetupStep.warning("service", "the badge was not started", by);
    }
    String problem = commands.run(List.of("systemctl", "daemon-reload"), COMMAND_LIMIT_S);
    if (problem.isEmpty()) {
      problem =
          commands.run(List.of("systemctl", "enable", "--now", "baedge-badge"), COMMAND_LIMIT_S);
    }
    return problem.isEmpty()
        ? SetupStep.done("service", "the badge runs, and starts with the board")
        : SetupStep.missing("service", problem, "see journalctl -u baedge-badge, then " + by);
  }
}
