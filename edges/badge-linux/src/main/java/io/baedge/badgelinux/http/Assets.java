package io.baedge.badgelinux.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** The files of the page; only names in the list exist, so no path can lead elsewhere. */
final class Assets {
  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.of(
              "/css/badge.css", "text/css; charset=utf-8",
              "/js/badge.js", "text/javascript; charset=utf-8",
              "/favicon.ico", "image/vnd.microsoft.icon",
              "/apple-touch-icon.png", "image/png"));

  /** The page with its title. */
  String page(String title) {
    return new String(read("/page.html"), StandardCharsets.UTF_8)
        .replace("{{title}}", Reply.escape(title));
  }

  /** A file by its path. */
  Optional<Reply> find(Request request) {
    String type = TYPES.get(request.path());
    if (type == null) {
      return Optional.empty();
    }
    byte[] bytes = read(request.path());
    var sum = new CRC32C();
    sum.update(bytes);
    return Optional.of(Reply.file(type, bytes, Long.toHexString(sum.getValue()), request));
  }

  /** A short page for an error. */
  static byte[] shortPage(String title, String sentence) {
    return ("<!doctype html>\n<html lang=en>\n<title>"
            + title
            + "</title>\n<h1>"
            + title.substring(4)
            + "</h1>\n<p>"
            + sentence
            + "</p>\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
