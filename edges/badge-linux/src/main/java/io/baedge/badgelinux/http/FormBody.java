package io.baedge.badgelinux.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one field of a form, urlencoded or multipart; of two values the first counts. */
final class FormBody {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
  private static final Pattern DISPOSITION =
      Pattern.compile("(?im)^content-disposition:\\s*form-data;(.*)$");
  private static final Pattern NAME = Pattern.compile("(?i)(?:^|;)\\s*name=\"?([^\";]*)\"?");
  private static final int MOST_FIELDS = 64;

  private FormBody() {}

  /** The field's value; empty when the body has no such form or no such field. */
  static Optional<String> field(String contentType, byte[] body, String name) {
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return urlEncoded(new String(body, StandardCharsets.UTF_8), name);
    }
    if (type.startsWith("multipart/form-data")) {
      Matcher boundary = BOUNDARY.matcher(contentType);
      return boundary.find()
          ? multipart(new String(body, StandardCharsets.UTF_8), boundary.group(1), name)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<String> urlEncoded(String body, String name) {
    for (String pair : body.split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && decoded(pair.substring(0, equals)).equals(name)) {
        return Optional.of(decoded(pair.substring(equals + 1)));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> multipart(String body, String boundary, String name) {
    for (String part : body.split(Pattern.quote("--" + boundary), MOST_FIELDS)) {
      int end = part.indexOf("\r\n\r\n");
      if (end < 0) {
        continue;
      }
      if (fieldName(part.substring(0, end)).equals(name)) {
        String value = part.substring(end + 4);
        return Optional.of(value.endsWith("\r\n") ? value.substring(0, value.length() - 2) : value);
      }
    }
    return Optional.empty();
  }

  /** The name in a part's head; empty for a file, which is no field. */
  private static String fieldName(String head) {
    Matcher disposition = DISPOSITION.matcher(head);
    if (!disposition.find() || disposition.group(1).toLowerCase(Locale.ROOT).contains("filename")) {
      return "";
    }
    Matcher name = NAME.matcher(disposition.group(1));
    return name.find() ? name.group(1) : "";
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
