package io.baedge.badgelinux.screens;

import io.baedge.screen.Picture;
import io.baedge.screen.java2d.ImageFiles;
import io.baedge.screen.mark.ImageSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pictures of a folder by the names of their files. A picture is decoded when a layout first
 * names it, so that Java2D is loaded only then; of a picture that turns bad the last good version
 * stays. Safe for many threads.
 */
final class FolderImages implements ImageSource {
  private static final int MOST_KEPT = 4;

  private final Path folder;
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final SortedMap<String, String> problems = new TreeMap<>();

  private record Kept(FileStamp stamp, Optional<Picture> picture) {}

  FolderImages(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized Optional<Picture> image(String name) {
    if (!isPicture(name) || name.contains("/") || name.startsWith(".")) {
      return Optional.empty();
    }
    Kept before = kept.get(name);
    Optional<FileStamp> stamp = FileStamp.in(folder, name);
    if (stamp.isEmpty()) {
      return before == null ? Optional.empty() : before.picture();
    }
    if (before != null && before.stamp().equals(stamp.get())) {
      return before.picture();
    }
    Optional<Picture> last = before == null ? Optional.empty() : before.picture();
    Optional<Picture> read = read(name).or(() -> last);
    kept.remove(name);
    if (kept.size() == MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    kept.put(name, new Kept(stamp.get(), read));
    return read;
  }

  private Optional<Picture> read(String name) {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      Picture picture = ImageFiles.read(name, in.readNBytes(ImageFiles.MOST_BYTES + 1));
      problems.remove(name);
      return Optional.of(picture);
    } catch (IOException e) {
      problems.put(name, name + " " + e.getMessage());
      return Optional.empty();
    } catch (Error e) {
      // Without memory, Java2D's libraries or its fonts there is no picture, but there is a badge.
      problems.put(name, name + " cannot be decoded on this board: " + e);
      return Optional.empty();
    }
  }

  /** What is wrong with pictures that layouts named, by their files. */
  synchronized SortedMap<String, String> problems() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(problems));
  }

  /** A file is gone. */
  synchronized void gone(String name) {
    kept.remove(name);
    problems.remove(name);
  }

  /** Whether a file of this name is taken for a picture. */
  static boolean isPicture(String name) {
    return name.matches("(?i).+\\.(png|jpe?g|svg)");
  }
}
