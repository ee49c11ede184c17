package io.baedge.badgelinux.config;

import io.baedge.badge.uplink.Way;
import io.baedge.badgelinux.config.BadgeConfig.LogLevel;
import io.baedge.kit.journal.JournalSettings;
import io.baedge.kit.settings.Key;
import io.baedge.kit.settings.Layers;
import io.baedge.kit.settings.Setting;
import io.baedge.model.codec.Decoded;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.doc.Suggestion;
import io.baedge.model.id.SiteId;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.Rotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a badge's settings from four layers: flags, environment, file, default. */
public final class BadgeConfigReader {
  private static final int TEXT_CHARS = 512;
  private static final long FILE_BYTES = 256 * 1024;
  private static final String EMULATED = "emulated:";
  private static final String ORIGINAL_MODEL = "2in9b";
  private static final String MODEL_VARIABLE = "BAEDGE_HARDWARE_MODEL";
  private static final String REVISION_VARIABLE = "BAEDGE_HARDWARE_REVISION";

  private final Map<String, String> flags;
  private final Map<String, String> environment;

  /** What became of the layers. */
  public sealed interface Result {
    /** Settings that can be used, each with its source. */
    record Usable(BadgeConfig config, List<Setting> settings) implements Result {
      public Usable {
        settings = List.copyOf(settings);
      }
    }

    /** All that is wrong, in one line. */
    record Wrong(String sentence) implements Result {}
  }

  /**
   * With two of the layers.
   *
   * @param flags by path, for example {@code http.port}
   * @param environment all variables of the process
   */
  public BadgeConfigReader(Map<String, String> flags, Map<String, String> environment) {
    this(flags, environment, Path.of("/"));
  }

  /**
   * With two of the layers.
   *
   * @param root of the kernel's files
   */
  BadgeConfigReader(Map<String, String> flags, Map<String, String> environment, Path root) {
    this.flags = new LinkedHashMap<>(flags);
    this.environment = withOriginalPanel(environment, root);
  }

  /**
   * The original named the panel in two variables; together they are ours. They mean a real panel
   * where there is a bus for one; elsewhere the original could not start at all.
   */
  private static Map<String, String> withOriginalPanel(Map<String, String> environment, Path root) {
    Map<String, String> all = new TreeMap<>(environment);
    String ours = BadgeKeys.PANEL.variables().getFirst();
    boolean given =
        environment.containsKey(MODEL_VARIABLE) || environment.containsKey(REVISION_VARIABLE);
    if (given && !all.containsKey(ours)) {
      all.put(
          ours,
          (Files.exists(root.resolve("dev/spidev0.0")) ? "" : EMULATED)
              + environment.getOrDefault(MODEL_VARIABLE, ORIGINAL_MODEL)
              + environment.getOrDefault(REVISION_VARIABLE, ""));
    }
    return all;
  }

  /** Reads with a file, or without one. */
  public Result read(Optional<Path> file) {
    if (file.isEmpty()) {
      return read("", "");
    }
    Path path = file.get();
    try {
      if (Files.size(path) > FILE_BYTES) {
        return new Result.Wrong(path + " is larger than 256 KiB; that is no badge.yaml");
      }
      return read(Files.readString(path), path.toString());
    } catch (NoSuchFileException e) {
      return new Result.Wrong("there is no file " + path + "; give the path of a badge.yaml");
    } catch (IOException e) {
      return new Result.Wrong(path + " cannot be read: " + e.getMessage());
    }
  }

  /** Reads with the text of a file of that name. */
  public Result read(String yaml, String fileName) {
    return switch (new Layers(BadgeKeys.ALL, flags, environment).over(yaml, fileName)) {
      case Decoded.Malformed<Layers.Merged>(String reason) -> new Result.Wrong(reason);
      case Decoded.Ok<Layers.Merged>(Layers.Merged merged) -> {
        var problems = new Problems(merged.positions());
        BadgeConfig config = config(DocReader.of(merged.doc(), problems));
        yield problems.isEmpty()
            ? new Result.Usable(config, merged.settings())
            : new Result.Wrong(
                String.join(
                    "; ",
                    problems.all().stream()
                        .map(problem -> merged.placed(problem, fileName))
                        .map(Problem::sentence)
                        .toList()));
      }
    };
  }

  private static JournalSettings journal(DocReader section) {
    long mib = section.integer("max_mib", 1, 1_024, BadgeKeys.JOURNAL_MAX_MIB.otherwiseNumber());
    long kib =
        section.integer("segment_kib", 4, 4_096, BadgeKeys.JOURNAL_SEGMENT_KIB.otherwiseNumber());
    section.rejectUnknown();
    try {
      return JournalSettings.of(mib << 20, (int) kib << 10);
    } catch (IllegalArgumentException e) {
      section.problem("segment_kib", "does not fit max_mib: " + e.getMessage());
      return JournalSettings.DEFAULT;
    }
  }

  private static BadgeConfig config(DocReader root) {
    SiteId site =
        root.parsed("site", 64, SiteId::parse, "1 to 32 characters of a-z, 0-9 and '-'")
            .orElse(new SiteId(BadgeKeys.SITE.otherwise()));
    Path state = state(root);
    BadgeConfig.Glass glass = glass(root);
    List<Way> ways = WaysReader.read(root);
    LogLevel level = level(root);
    String title = text(root, BadgeKeys.NAME);
    DocReader http = root.object("http");
    var web =
        new BadgeConfig.Http(
            text(http, BadgeKeys.HTTP_BIND),
            (int) http.integer("port", 0, 65_535, BadgeKeys.HTTP_PORT.otherwiseNumber()),
            text(http, BadgeKeys.HTTP_TOKEN),
            title);
    http.rejectUnknown();
    Map<String, String> texts = new TreeMap<>();
    section(root, "wearer", texts);
    section(root, "nomad", texts);
    var habits =
        new BadgeConfig.Habits(
            level,
            TierReader.read(root),
            Workloads.read(root),
            journal(root.object("journal")),
            authorities(root.object("tls")),
            BoardReader.read(root, glass),
            ValuesReader.read(root));
    root.rejectUnknown();
    return new BadgeConfig(site, state, glass, ways, web, habits, texts);
  }

  private static void section(DocReader root, String name, Map<String, String> texts) {
    DocReader section = root.object(name);
    for (Key key : BadgeKeys.ALL) {
      if (key.path().startsWith(name + ".")) {
        String value = text(section, key).strip();
        if (!value.isEmpty()) {
          texts.put(key.path(), value);
        }
      }
    }
    section.rejectUnknown();
  }

  private static String text(DocReader doc, Key key) {
    return doc.text(key.leaf(), TEXT_CHARS, key.otherwise());
  }

  private static BadgeConfig.Glass glass(DocReader root) {
    String text = text(root, BadgeKeys.PANEL);
    boolean emulated = text.startsWith(EMULATED);
    String name = emulated ? text.substring(EMULATED.length()) : text;
    Optional<PanelModel> model = PanelModel.find(name);
    if (model.isEmpty()) {
      List<String> names = PanelModel.ALL.stream().map(PanelModel::name).toList();
      root.problem("panel", "is '" + text + "'; " + Suggestion.oneOf(name, names));
    }
    return new BadgeConfig.Glass(
        model.orElse(PanelModel.ALL.getFirst()), emulated, pace(root), own(root));
  }

  private static BadgeConfig.Own own(DocReader root) {
    DocReader screens = root.object("screens");
    Optional<Path> folder = path(screens, BadgeKeys.SCREENS_FOLDER, "a folder of layouts");
    Optional<Path> theme = path(screens, BadgeKeys.SCREENS_THEME, "a theme");
    screens.rejectUnknown();
    return new BadgeConfig.Own(folder, theme, rotation(root));
  }

  private static Rotation rotation(DocReader root) {
    return root.parsed(
            BadgeKeys.PANEL_ROTATE.path(),
            TEXT_CHARS,
            Rotation::parse,
            "0, 90, 180 or 270 (degrees, clockwise), landscape or portrait")
        .orElse(Rotation.NONE);
  }

  private static Optional<Path> path(DocReader doc, Key key, String what) {
    String text = text(doc, key).strip();
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      doc.problem(key.leaf(), "is '" + text + "'; it must be the path of " + what);
      return Optional.empty();
    }
  }

  private static Path state(DocReader root) {
    String text = text(root, BadgeKeys.STATE);
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Told below like any other wrong value.
    }
    root.problem("state", "is '" + text + "'; it must be the path of a directory");
    return Path.of(BadgeKeys.STATE.otherwise());
  }

  /**
   * Whether the file can be read shows when a hub is called: a badge whose card lost it still shows
   * its screens, says why it has no hub, and goes on as soon as the file is there again.
   */
  private static Optional<Path> authorities(DocReader tls) {
    String text = text(tls, BadgeKeys.TLS_CA).strip();
    tls.rejectUnknown();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      tls.problem("ca", "is '" + text + "', which is no path; name a PEM file of certificates");
      return Optional.empty();
    }
  }

  private static double pace(DocReader root) {
    String text = text(root, BadgeKeys.PANEL_PACE);
    try {
      double pace = Double.parseDouble(text);
      if (pace >= 0 && pace <= 10) {
        return pace;
      }
    } catch (NumberFormatException e) {
      // Told below like any other wrong value.
    }
    root.problem("panel_pace", "is '" + text + "'; it must be a number from 0 to 10");
    return 1;
  }

  private static LogLevel level(DocReader root) {
    String text = text(root, BadgeKeys.LOG_LEVEL);
    String word = text.strip().toUpperCase(Locale.ROOT);
    for (LogLevel level : LogLevel.values()) {
      if (level.name().equals(word) || (word.equals("WARN") && level == LogLevel.WARNING)) {
        return level;
      }
    }
    root.problem("log_level", "is '" + text + "'; use debug, info, warning or error");
    return LogLevel.INFO;
  }
}
