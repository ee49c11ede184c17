package io.baedge.screen.mark;

import io.baedge.screen.Bitmap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The icons that come with Baedge, each drawn in four sizes. An icon is read when it is first
/// named; safe for many threads.
public final class Icons {
  /// The sides in which every icon is drawn, in pixels.
  public static final List<Integer> SIZES = List.of(16, 24, 32, 48);

  /// The largest side: the largest drawing with four pixels for one.
  public static final int MOST_PX = 96;

  private static final int MOST_SCALE = 2;

  private static final List<String> NAMES =
      List.of(
          "wifi",
          "wifi-off",
          "battery-0",
          "battery-1",
          "battery-2",
          "battery-3",
          "battery-4",
          "battery-charging",
          "hub",
          "hub-off",
          "cloud",
          "cloud-off",
          "clock",
          "calendar",
          "location",
          "room",
          "person",
          "talk",
          "food",
          "cup",
          "moon",
          "mail",
          "globe",
          "star",
          "check",
          "cross",
          "info",
          "warning",
          "arrow-left",
          "arrow-right",
          "arrow-up",
          "arrow-down");

  private static final Map<String, List<Bitmap>> READ = new TreeMap<>();

  private Icons() {}

  /// An icon in one size.
  ///
  /// @param scale pixels for each of the drawing
  public record Cut(Bitmap drawing, int scale) {
    /// Width and height in pixels.
    public int sidePx() {
      return drawing.width() * scale;
    }
  }

  /// Names of all icons.
  public static List<String> names() {
    return NAMES;
  }

  /// The sides from one to another that an icon can have, ascending.
  public static List<Integer> sides(int leastPx, int mostPx) {
    List<Integer> sides = new ArrayList<>(SIZES);
    SIZES.stream()
        .map(size -> size * MOST_SCALE)
        .filter(side -> !SIZES.contains(side))
        .forEach(sides::add);
    return sides.stream().filter(side -> side >= leastPx && side <= mostPx).toList();
  }

  /// The icon of a name in all its sizes from one to another, ascending; empty if there is no such
  /// icon.
  public static Optional<List<Cut>> find(String name, int leastPx, int mostPx) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    List<Bitmap> drawings = drawings(name);
    List<Cut> cuts = new ArrayList<>();
    for (int side : sides(leastPx, mostPx)) {
      int drawn = SIZES.indexOf(side);
      cuts.add(
          drawn >= 0
              ? new Cut(drawings.get(drawn), 1)
              : new Cut(drawings.get(SIZES.indexOf(side / MOST_SCALE)), MOST_SCALE));
    }
    return Optional.of(cuts);
  }

  /// The icon that means the same where one reads from the other side.
  public static String mirrored(String name) {
    return switch (name) {
      case "arrow-left" -> "arrow-right";
      case "arrow-right" -> "arrow-left";
      default -> name;
    };
  }

  private static List<Bitmap> drawings(String name) {
    synchronized (READ) {
      return READ.computeIfAbsent(name, Icons::read);
    }
  }

  private static List<Bitmap> read(String name) {
    String resource = "icon/" + name + ".txt";
    try (InputStream in = Icons.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing from this build");
      }
      List<String> rows = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
      List<Bitmap> drawings = new ArrayList<>();
      int at = 0;
      for (int size : SIZES) {
        drawings.add(Bitmap.ofRows(rows.subList(at, at + size)));
        at += size + 1;
      }
      return List.copyOf(drawings);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
    }
  }
}
