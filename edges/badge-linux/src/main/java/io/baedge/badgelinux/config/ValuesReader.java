package io.baedge.badgelinux.config;

import io.baedge.badge.value.ValueSource;
import io.baedge.badge.value.ValueSource.Pace;
import io.baedge.badge.value.ValueSource.Reach;
import io.baedge.kit.settings.Durations;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.JsonPointer;
import io.baedge.model.doc.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads where values for screens come from: a list, or as a text {@code NAME=FILE#POINTER} and
 * {@code NAME=URL#POINTER}, one a line or with blanks between.
 */
final class ValuesReader {
  private static final String SECTION = "values";
  private static final long FILE_LEAST_MS = 5_000;
  private static final long URL_LEAST_MS = 30_000;
  private static final long DAY_MS = 86_400_000;
  private static final long TIMEOUT_MOST_MS = 60_000;
  private static final long TIMEOUT_MS = 10_000;
  private static final long FILE_MS = 30_000;
  private static final long URL_MS = 300_000;

  /** A value that was not renewed so many times is stale. */
  private static final int MISSES = 10;

  private static final long LEAST_AGE_MS = 600_000;
  private static final String NAME_FORM = "1 to 32 of a-z, 0-9, '_' and '-', a letter first";
  private static final String POINTER_FORM = "a JSON pointer such as /today/menu (RFC 6901)";
  private static final String LIKE = "lunch=lunch.json#/today/menu";

  private ValuesReader() {}

  static List<ValueSource> read(DocReader root) {
    List<ValueSource> sources = new ArrayList<>();
    if (root.raw(SECTION).orElse(Doc.Null.NULL) instanceof Doc.Text(String text)) {
      for (String part : text.split(text.contains("\n") ? "\n" : "\\s+", -1)) {
        if (!part.isBlank()) {
          written(root, part.strip()).ifPresent(source -> add(root, SECTION, sources, source));
        }
      }
    } else {
      for (DocReader each : root.objects(SECTION, ValueSource.MOST)) {
        one(each).ifPresent(source -> add(each, "name", sources, source));
      }
    }
    if (sources.size() > ValueSource.MOST) {
      root.problem(
          SECTION, "names " + sources.size() + " sources; give at most " + ValueSource.MOST);
      return sources.subList(0, ValueSource.MOST);
    }
    return sources;
  }

  private static void add(
      DocReader doc, String field, List<ValueSource> sources, ValueSource source) {
    if (sources.stream().anyMatch(s -> s.name().equals(source.name()))) {
      doc.problem(field, "has the name '" + source.name() + "' a second time; names must differ");
    }
    sources.add(source);
  }

  /** One that is written as a text; what is wrong with it is told with the text. */
  private static Optional<ValueSource> written(DocReader root, String text) {
    int name = text.indexOf('=');
    int end = text.indexOf('#') < 0 ? text.length() : text.indexOf('#');
    if (name < 0 || end < name) {
      root.problem(SECTION, "has '" + text + "'; it must be like " + LIKE);
      return Optional.empty();
    }
    String place = text.substring(name + 1, end);
    boolean url = place.matches("(?i)https?://.*");
    Doc.Builder doc =
        Doc.fields().put("name", text.substring(0, name)).put(url ? "url" : "file", place);
    if (end < text.length()) {
      doc.put("path", text.substring(end + 1));
    }
    var problems = new Problems();
    Optional<ValueSource> source = one(DocReader.of(doc.build(), problems));
    problems.all().forEach(p -> root.problem(SECTION, "has '" + text + "': " + p.sentence()));
    return source;
  }

  private static Optional<ValueSource> one(DocReader doc) {
    String name = doc.parsed("name", 64, ValuesReader::name, NAME_FORM).orElse("");
    if (!doc.has("name")) {
      doc.problem("name", "is missing; give the value a name, it is {value.NAME} in screens");
    }
    Optional<String> file =
        doc.parsed("file", ValueSource.PLACE_CHARS, ValuesReader::file, "the path of a file");
    Optional<URI> url =
        doc.parsed(
            "url",
            ValueSource.PLACE_CHARS,
            ValuesReader::url,
            "an address such as https://example.org/today.json, without a user and a password");
    String pointer =
        doc.parsed("path", ValueSource.PLACE_CHARS, ValuesReader::pointer, POINTER_FORM).orElse("");
    if (doc.has("file") == doc.has("url")) {
      doc.problem(
          "file", doc.has("file") ? "and url are both given; choose one" : "or url is missing");
    }
    Reach reach = url.map(ValuesReader::reach).orElse(Reach.FILE);
    Pace pace = pace(doc, reach == Reach.FILE);
    doc.rejectUnknown();
    String place = url.map(URI::toString).or(() -> file).orElse("");
    return name.isEmpty() || place.isEmpty()
        ? Optional.empty()
        : Optional.of(new ValueSource(name, reach, place, pointer, pace));
  }

  private static Pace pace(DocReader doc, boolean file) {
    long leastMs = file ? FILE_LEAST_MS : URL_LEAST_MS;
    long everyMs = duration(doc, "every", leastMs, DAY_MS, file ? FILE_MS : URL_MS);
    long timeoutMs = duration(doc, "timeout", 1_000, TIMEOUT_MOST_MS, TIMEOUT_MS);
    long usualAgeMs = Math.max(MISSES * everyMs, LEAST_AGE_MS);
    long maxAgeMs = duration(doc, "max_age", everyMs, 30 * DAY_MS, usualAgeMs);
    return new Pace(everyMs, timeoutMs, maxAgeMs);
  }

  private static long duration(
      DocReader doc, String name, long leastMs, long mostMs, long otherwiseMs) {
    Optional<Long> given = doc.parsed(name, 32, Durations::parse, Durations.FORM);
    if (given.isPresent() && (given.get() < leastMs || given.get() > mostMs)) {
      doc.problem(
          name,
          "is "
              + doc.text(name, 32, "")
              + "; it must be "
              + leastMs / 1_000
              + "s to "
              + mostMs / 1_000
              + "s");
      return otherwiseMs;
    }
    return given.orElse(otherwiseMs);
  }

  private static Reach reach(URI url) {
    String host = url.getHost();
    boolean own =
        host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    return own ? Reach.OWN_URL : Reach.URL;
  }

  private static Optional<String> name(String text) {
    return ValueSource.NAME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> file(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text).toString());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> url(String text) {
    try {
      URI url = new URI(text);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("http") || scheme.equals("https"))
              && url.getHost() != null
              && url.getUserInfo() == null
              && url.getFragment() == null;
      return usable ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> pointer(String text) {
    return JsonPointer.parse(text).map(pointer -> text);
  }
}
