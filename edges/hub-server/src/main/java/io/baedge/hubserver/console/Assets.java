package io.baedge.hubserver.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that browsers load. Their address holds a hash of all of them, so they never age. */
public final class Assets {
  private static final List<String> NAMES =
      List.of(
          "console.css",
          "wall.css",
          "pages.css",
          "mark.svg",
          "theme.js",
          "console.js",
          "link.js",
          "words.js",
          "glass.js",
          "rows.js",
          "selection.js",
          "wall.js",
          "tile.js",
          "loupe.js",
          "badge.js",
          "people.js",
          "import.js",
          "mishaps.js",
          "vendor/htmx.min.js",
          "vendor/htmx.LICENSE",
          "vendor/uPlot.iife.min.js",
          "vendor/uPlot.min.css",
          "vendor/uPlot.LICENSE");

  private final Map<String, Asset> files = new LinkedHashMap<>();
  private final String hash;

  /** One file. */
  public record Asset(String type, byte[] bytes) {}

  /** Reads all of them. */
  public Assets() {
    MessageDigest sha = sha256();
    for (String name : NAMES) {
      byte[] bytes = read(name);
      sha.update(bytes);
      files.put(name, new Asset(type(name), bytes));
    }
    hash = HexFormat.of().formatHex(sha.digest(), 0, 6);
  }

  /** Where they are, without a slash at the end. */
  public String base() {
    return "/assets/" + hash;
  }

  /** The file of that name, if the hash is the one of this build. */
  public Optional<Asset> find(String ofHash, String name) {
    return ofHash.equals(hash) ? Optional.ofNullable(files.get(name)) : Optional.empty();
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the console's file " + name + " is not in this build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the console's file " + name + " cannot be read", e);
    }
  }

  private static String type(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1);
    return switch (end) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "text/plain; charset=utf-8";
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
