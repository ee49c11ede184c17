package io.baedge.hubserver.config;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.Located;
import io.baedge.model.codec.YamlText;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.MergePatch;
import io.baedge.model.doc.Positions;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.doc.Suggestion;
import io.baedge.model.id.SiteId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads settings from four layers: flags, then environment, then file, then default. */
public final class HubConfigReader {
  private static final int TEXT_CHARS = 512;
  private static final int DEFAULT_BROKER_PORT = 1883;
  private static final Pattern BROKER =
      Pattern.compile("(?:mqtt|tcp)://(\\[[0-9a-fA-F:]+]|[^/:\\s]+)(?::(\\d{1,5}))?/?");
  private static final long FILE_BYTES = 256 * 1024;
  private static final long TEN_YEARS_MS = 3_650L * 86_400_000L;

  /** What became of the layers. */
  public sealed interface Result {
    /** Settings that can be used, each with its source. */
    record Usable(HubConfig config, List<Setting> settings) implements Result {}

    /** All that is wrong. */
    record Wrong(List<Problem> problems) implements Result {
      public Wrong {
        problems = List.copyOf(problems);
      }

      /** One sentence per problem. */
      public String sentence() {
        return String.join("; ", problems.stream().map(Problem::sentence).toList());
      }
    }
  }

  private final Map<String, String> flags;
  private final Map<String, String> environment;
  private final Map<String, String> sources = new LinkedHashMap<>();

  /**
   * With two of the layers.
   *
   * @param flags by key, for example {@code http.port}
   * @param environment all variables of the process; only {@code BAEDGE_HUB_…} count
   */
  public HubConfigReader(Map<String, String> flags, Map<String, String> environment) {
    this.flags = Map.copyOf(flags);
    this.environment = environment;
  }

  /** A sentence about the first name that is no setting. */
  public static Optional<String> unknownKey(Collection<String> names) {
    List<String> known = Key.ALL.stream().map(Key::path).toList();
    return names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "there is no setting '" + name + "'; " + Suggestion.oneOf(name, known));
  }

  /** Reads with a file, or without one. */
  public Result read(Optional<Path> file) {
    if (file.isEmpty()) {
      return read("", "");
    }
    Path path = file.get();
    try {
      if (Files.size(path) > FILE_BYTES) {
        return wrong(path + " is larger than 256 KiB; that is no hub.yaml");
      }
      return read(Files.readString(path), path.toString());
    } catch (NoSuchFileException e) {
      return wrong("there is no file " + path + "; give the path of a hub.yaml");
    } catch (CharacterCodingException e) {
      return wrong(path + " is not UTF-8 text");
    } catch (IOException e) {
      return wrong(path + " cannot be read: " + e.getMessage());
    }
  }

  /** Reads with the text of a file of that name. */
  public Result read(String yaml, String fileName) {
    return switch (YamlText.read(yaml)) {
      case Decoded.Malformed<Located>(String reason) -> wrong(fileName + " " + reason);
      case Decoded.Ok<Located>(Located located) -> read(located, fileName);
    };
  }

  private Result read(Located located, String fileName) {
    if (located.doc() != Doc.Null.NULL && !(located.doc() instanceof Doc.Fields)) {
      return wrong(fileName + " must hold settings such as 'site: main'");
    }
    Doc doc = located.doc() == Doc.Null.NULL ? Doc.Fields.EMPTY : located.doc();
    Positions positions = located.positions();
    for (Key key : Key.ALL) {
      Optional<String> above = above(key);
      if (above.isPresent()) {
        doc = MergePatch.apply(doc, patch(key.path(), typed(key, above.get())));
      } else if (positions.byPath().containsKey(key.path())) {
        sources.put(key.path(), fileName + " line " + positions.of(key.path()).line());
      } else {
        sources.put(key.path(), "default");
      }
    }
    var problems = new Problems(positions);
    DocReader root = DocReader.of(doc, problems);
    HubConfig config = config(root, problems);
    if (problems.isEmpty()) {
      return new Result.Usable(config, settings(doc));
    }
    return new Result.Wrong(problems.all().stream().map(p -> placed(p, fileName)).toList());
  }

  /** The value of a layer above the file, and notes where it came from. */
  private Optional<String> above(Key key) {
    String flag = flags.get(key.path());
    if (flag != null) {
      sources.put(key.path(), "flag");
      return Optional.of(flag);
    }
    String variable = environment.get(key.variable());
    if (variable != null) {
      sources.put(key.path(), key.variable());
    }
    return Optional.ofNullable(variable);
  }

  private HubConfig config(DocReader root, Problems problems) {
    SiteId site =
        root.parsed("site", 64, SiteId::parse, "1 to 32 characters of a-z, 0-9 and '-'")
            .orElse(new SiteId(Key.SITE.otherwise()));
    Path data = data(root);
    DocReader http = root.object("http");
    var web =
        new HubConfig.Http(
            text(http, Key.HTTP_BIND), port(http, Key.HTTP_PORT), hosts(http), mishaps(http));
    http.rejectUnknown();
    DocReader mqtt = root.object("mqtt");
    var transport =
        new HubConfig.Mqtt(text(mqtt, Key.MQTT_BIND), port(mqtt, Key.MQTT_PORT), broker(mqtt));
    mqtt.rejectUnknown();
    HubConfig.Database database = database(root.object("database"));
    HubConfig.Fleet fleet = fleet(root.object("fleet"));
    root.rejectUnknown();
    if (web.port() != 0 && web.port() == transport.port() && transport.broker().isEmpty()) {
      problems.add("mqtt.port", "is " + transport.port() + " like http.port; choose another one");
    }
    return new HubConfig(site, data, web, transport, database, fleet);
  }

  private static List<String> hosts(DocReader http) {
    return filled(http, Key.HTTP_HOSTS).stream()
        .flatMap(names -> Stream.of(names.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Optional<URI> mishaps(DocReader http) {
    Optional<String> address = filled(http, Key.HTTP_MISHAPS);
    try {
      if (address.isEmpty() || address.get().startsWith("http://")) {
        return address.map(URI::create);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    http.problem("mishaps", "is '" + address.get() + "'; it must be like http://127.0.0.1:8080/");
    return Optional.empty();
  }

  private static Path data(DocReader root) {
    String text = text(root, Key.DATA);
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
      root.problem("data", "is empty; give a directory");
    } catch (InvalidPathException e) {
      root.problem("data", "is no path: " + e.getReason());
    }
    return Path.of(Key.DATA.otherwise());
  }

  private static Optional<HubConfig.Broker> broker(DocReader mqtt) {
    Optional<String> address = filled(mqtt, Key.MQTT_BROKER);
    String user = text(mqtt, Key.MQTT_USER);
    String password = text(mqtt, Key.MQTT_PASSWORD);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = BROKER.matcher(address.get());
    if (!matcher.matches()) {
      mqtt.problem(
          "broker", "is '" + address.get() + "'; it must be like mqtt://broker.example:1883");
      return Optional.empty();
    }
    int port = matcher.group(2) == null ? DEFAULT_BROKER_PORT : Integer.parseInt(matcher.group(2));
    if (port < 1 || port > 65_535) {
      mqtt.problem("broker", "has the port " + port + "; it must be from 1 to 65535");
    }
    return Optional.of(new HubConfig.Broker(matcher.group(1), port, user, password));
  }

  private static HubConfig.Database database(DocReader doc) {
    Optional<String> url = filled(doc, Key.DATABASE_URL);
    if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
      doc.problem(
          "url",
          "is '" + url.get() + "'; it must begin with jdbc:postgresql: (leave it out for SQLite)");
    }
    var database =
        new HubConfig.Database(url, text(doc, Key.DATABASE_USER), text(doc, Key.DATABASE_PASSWORD));
    doc.rejectUnknown();
    return database;
  }

  private static HubConfig.Fleet fleet(DocReader doc) {
    var fleet =
        new HubConfig.Fleet(
            number(doc, Key.ADMISSION, 1, 100_000),
            number(doc, Key.KEEP_ALIVES, 1, 100_000),
            duration(doc, Key.LOST_AFTER, 60_000),
            duration(doc, Key.FAILOVER, 1_000));
    doc.rejectUnknown();
    return fleet;
  }

  private static String text(DocReader doc, Key key) {
    return doc.text(key.leaf(), TEXT_CHARS, key.otherwise());
  }

  private static Optional<String> filled(DocReader doc, Key key) {
    return doc.optionalText(key.leaf(), TEXT_CHARS).filter(text -> !text.isBlank());
  }

  private static int port(DocReader doc, Key key) {
    return number(doc, key, 0, 65_535);
  }

  private static int number(DocReader doc, Key key, int min, int max) {
    return (int) doc.integer(key.leaf(), min, max, key.otherwiseNumber());
  }

  private static long duration(DocReader doc, Key key, long minMs) {
    long otherwiseMs = Durations.parse(key.otherwise()).orElse(minMs);
    Optional<Long> value = doc.parsed(key.leaf(), 32, Durations::parse, Durations.FORM);
    if (value.isPresent() && (value.get() < minMs || value.get() > TEN_YEARS_MS)) {
      doc.problem(key.leaf(), "must be at least " + minMs / 1000 + "s and less than ten years");
    }
    return value.orElse(otherwiseMs);
  }

  /** A value from the environment or a flag is text; numbers must look like those of a file. */
  private static Doc typed(Key key, String text) {
    if (key.kind() == Key.Kind.INTEGER && text.strip().matches("-?\\d{1,18}")) {
      return new Doc.Int(Long.parseLong(text.strip()));
    }
    return new Doc.Text(text);
  }

  private static Doc patch(String path, Doc value) {
    Doc doc = value;
    String rest = path;
    while (true) {
      int dot = rest.lastIndexOf('.');
      doc = Doc.fields().put(rest.substring(dot + 1), doc).build();
      if (dot < 0) {
        return doc;
      }
      rest = rest.substring(0, dot);
    }
  }

  private List<Setting> settings(Doc doc) {
    List<Setting> settings = new ArrayList<>();
    for (Key key : Key.ALL) {
      String value = valueAt(doc, key.path()).orElse(key.otherwise());
      boolean masked = key.kind() == Key.Kind.SECRET && !value.isEmpty();
      String source = sources.getOrDefault(key.path(), "default");
      settings.add(new Setting(key.path(), masked ? "********" : value, source, key.about()));
    }
    return settings;
  }

  private static Optional<String> valueAt(Doc doc, String path) {
    Doc at = doc;
    for (String name : path.split("\\.")) {
      at = at instanceof Doc.Fields(var values) ? values.getOrDefault(name, Doc.Null.NULL) : at;
    }
    return switch (at) {
      case Doc.Text(String text) -> Optional.of(text);
      case Doc.Int(long number) -> Optional.of(Long.toString(number));
      case Doc.Real(double number) -> Optional.of(Double.toString(number));
      case Doc.Bool(boolean truth) -> Optional.of(Boolean.toString(truth));
      case Doc.Null _, Doc.Bytes _, Doc.Items _, Doc.Fields _ -> Optional.empty();
    };
  }

  /** A value that hides the file's must not be blamed on a line of the file. */
  private Problem placed(Problem problem, String fileName) {
    String source = sources.getOrDefault(problem.field(), "");
    for (Key key : Key.ALL) {
      if (key.path().equals(problem.field())) {
        if (source.equals(key.variable())) {
          return new Problem(problem.field() + " (" + source + ")", problem.message());
        }
        if (source.equals("flag")) {
          return new Problem(problem.field() + " (flag)", problem.message());
        }
      }
    }
    if (problem.line() == 0) {
      return problem;
    }
    String place = fileName + " line " + problem.line() + ", column " + problem.column() + ": ";
    return new Problem(place + problem.field(), problem.message());
  }

  private static Result wrong(String sentence) {
    return new Result.Wrong(List.of(new Problem("", sentence)));
  }
}
