package io.baedge.hubserver.config;

import io.baedge.kit.settings.Durations;
import io.baedge.kit.settings.Key;
import io.baedge.kit.settings.Layers;
import io.baedge.kit.settings.Setting;
import io.baedge.model.codec.Decoded;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problem;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.SiteId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
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
    return Layers.unknownKey(HubKeys.ALL, names);
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
    return switch (new Layers(HubKeys.ALL, flags, environment).over(yaml, fileName)) {
      case Decoded.Malformed<Layers.Merged>(String reason) -> wrong(reason);
      case Decoded.Ok<Layers.Merged>(Layers.Merged merged) -> read(merged, fileName);
    };
  }

  private static Result read(Layers.Merged merged, String fileName) {
    var problems = new Problems(merged.positions());
    HubConfig config = config(DocReader.of(merged.doc(), problems), problems);
    return problems.isEmpty()
        ? new Result.Usable(config, merged.settings())
        : new Result.Wrong(problems.all().stream().map(p -> merged.placed(p, fileName)).toList());
  }

  private static HubConfig config(DocReader root, Problems problems) {
    SiteId site =
        root.parsed("site", 64, SiteId::parse, "1 to 32 characters of a-z, 0-9 and '-'")
            .orElse(new SiteId(HubKeys.SITE.otherwise()));
    Path data = data(root);
    DocReader http = root.object("http");
    var web =
        new HubConfig.Http(
            text(http, HubKeys.HTTP_BIND),
            port(http, HubKeys.HTTP_PORT),
            hosts(http),
            mishaps(http),
            tls(http));
    http.rejectUnknown();
    DocReader mqtt = root.object("mqtt");
    var transport =
        new HubConfig.Mqtt(
            text(mqtt, HubKeys.MQTT_BIND), port(mqtt, HubKeys.MQTT_PORT), broker(mqtt));
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
    return filled(http, HubKeys.HTTP_HOSTS).stream()
        .flatMap(names -> Stream.of(names.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Optional<URI> mishaps(DocReader http) {
    Optional<String> address = filled(http, HubKeys.HTTP_MISHAPS);
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

  private static Optional<HubConfig.Tls> tls(DocReader http) {
    Optional<Path> certificate = file(http, HubKeys.HTTP_TLS_CERTIFICATE);
    Optional<Path> key = file(http, HubKeys.HTTP_TLS_KEY);
    boolean one = filled(http, HubKeys.HTTP_TLS_CERTIFICATE).isPresent();
    if (one != filled(http, HubKeys.HTTP_TLS_KEY).isPresent()) {
      http.problem(
          one ? "tls_key" : "tls_certificate", "is missing; TLS needs a certificate and its key");
    }
    return certificate.isPresent() && key.isPresent()
        ? Optional.of(new HubConfig.Tls(certificate.get(), key.get()))
        : Optional.empty();
  }

  private static Optional<Path> file(DocReader http, Key key) {
    Optional<String> text = filled(http, key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(text.get());
      if (Files.isReadable(file) && Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    http.problem(key.leaf(), "is '" + text.get() + "', which cannot be read; name a PEM file");
    return Optional.empty();
  }

  private static Path data(DocReader root) {
    String text = text(root, HubKeys.DATA);
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
      root.problem("data", "is empty; give a directory");
    } catch (InvalidPathException e) {
      root.problem("data", "is no path: " + e.getReason());
    }
    return Path.of(HubKeys.DATA.otherwise());
  }

  private static Optional<HubConfig.Broker> broker(DocReader mqtt) {
    Optional<String> address = filled(mqtt, HubKeys.MQTT_BROKER);
    String user = text(mqtt, HubKeys.MQTT_USER);
    String password = text(mqtt, HubKeys.MQTT_PASSWORD);
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
    Optional<String> url = filled(doc, HubKeys.DATABASE_URL);
    if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
      doc.problem(
          "url",
          "is '" + url.get() + "'; it must begin with jdbc:postgresql: (leave it out for SQLite)");
    }
    var database =
        new HubConfig.Database(
            url, text(doc, HubKeys.DATABASE_USER), text(doc, HubKeys.DATABASE_PASSWORD));
    doc.rejectUnknown();
    return database;
  }

  private static HubConfig.Fleet fleet(DocReader doc) {
    var fleet =
        new HubConfig.Fleet(
            number(doc, HubKeys.ADMISSION, 1, 100_000),
            number(doc, HubKeys.KEEP_ALIVES, 1, 100_000),
            duration(doc, HubKeys.LOST_AFTER, 60_000),
            duration(doc, HubKeys.FAILOVER, 1_000));
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

  private static Result wrong(String sentence) {
    return new Result.Wrong(List.of(new Problem("", sentence)));
  }
}
