package io.baedge.badgelinux.screens;

import io.baedge.screen.layout.LayoutReader;
import io.baedge.screen.library.OwnScreens;
import io.baedge.screen.library.ScreenShelf;
import io.baedge.screen.mark.ImageSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of own screens. It is looked at from time to time, which works on every file system; a
 * file is read again when its stamp has changed. {@link #look} is for one thread, {@link #screens}
 * for all.
 */
public final class ScreenFolder {
  /** Most names in the folder that are looked at. */
  public static final int MOST_FILES = 256;

  private static final int MOST_BYTES = 4 * LayoutReader.MAX_CHARS;

  private final Path folder;
  private final Set<Path> except;
  private final FolderImages images;
  private final ScreenShelf shelf = new ScreenShelf();
  private final SortedMap<String, FileStamp> seen = new TreeMap<>();
  private volatile OwnScreens screens = OwnScreens.NONE;
  private final AtomicLong reads = new AtomicLong();
  private String folderProblem = "";
  private SortedMap<String, String> imageProblems = new TreeMap<>();

  /**
   * A folder that has not been looked at.
   *
   * @param except files that are none of its screens and pictures: one that somebody draws into,
   *     the theme
   */
  public ScreenFolder(Path folder, Path... except) {
    this.folder = folder;
    this.except =
        Stream.of(except)
            .map(path -> path.toAbsolutePath().normalize())
            .collect(Collectors.toUnmodifiableSet());
    this.images = new FolderImages(folder);
  }

  /** The screens of the last look. */
  public OwnScreens screens() {
    return screens;
  }

  /** The pictures of the folder by the names of their files; safe for many threads. */
  public ImageSource images() {
    return images;
  }

  /** How many files have been read since the start. */
  public long reads() {
    return reads.get();
  }

  /** Looks at the folder; whether anything is other than at the last look. */
  public boolean look() {
    String before = folderProblem;
    boolean changed = false;
    Optional<SortedSet<String>> names = names();
    if (names.isPresent()) {
      for (String name : List.copyOf(seen.keySet())) {
        if (!names.get().contains(name)) {
          seen.remove(name);
          shelf.remove(name);
          images.gone(name);
          changed = true;
        }
      }
      shelf.takeCrowdedOut().forEach(seen::remove);
      for (String name : names.get()) {
        changed |= look(name);
      }
    }
    changed |= !before.equals(folderProblem) || !imageProblems.equals(images.problems());
    if (changed) {
      OwnScreens found = shelf.screens();
      List<String> problems = new ArrayList<>(found.problems());
      imageProblems = images.problems();
      problems.addAll(imageProblems.values());
      if (!folderProblem.isEmpty()) {
        problems.addFirst(folderProblem);
      }
      screens = new OwnScreens(found.layouts(), problems);
    }
    return changed;
  }

  /** A file that is written while it is read is read again at the next look. */
  private boolean look(String name) {
    Path file = folder.resolve(name);
    Optional<FileStamp> stamp = FileStamp.of(file);
    if (stamp.isEmpty() || stamp.get().equals(seen.get(name))) {
      return false;
    }
    if (FolderImages.isPicture(name)) {
      seen.put(name, stamp.get());
      return true;
    }
    reads.incrementAndGet();
    try {
      shelf.put(name, TextFile.read(file, MOST_BYTES));
    } catch (CharacterCodingException e) {
      shelf.unusable(name, "is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      shelf.unusable(name, "cannot be read: " + e.getMessage());
    }
    if (stamp.equals(FileStamp.of(file))) {
      seen.put(name, stamp.get());
    }
    return true;
  }

  /**
   * Names of layouts and pictures; empty if the folder cannot be read, and then what is known
   * stays.
   */
  private Optional<SortedSet<String>> names() {
    SortedSet<String> names = new TreeSet<>();
    int counted = 0;
    folderProblem = "";
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (++counted > MOST_FILES) {
          folderProblem =
              "screens.folder "
                  + folder
                  + " has more than "
                  + MOST_FILES
                  + " files; some are not looked at";
          break;
        }
        String name = String.valueOf(file.getFileName());
        if (except.contains(file.toAbsolutePath().normalize())) {
          continue;
        }
        if (isLayout(name) || (FolderImages.isPicture(name) && !name.startsWith("."))) {
          names.add(name);
        }
      }
      return Optional.of(names);
    } catch (IOException | DirectoryIteratorException e) {
      folderProblem =
          "screens.folder " + folder + " cannot be read; make the folder or name another";
      return Optional.empty();
    }
  }

  /** A theme may lie beside the screens, under its usual name even where nobody names it. */
  private static boolean isLayout(String name) {
    return !name.startsWith(".")
        && !name.equals(ThemeFile.USUAL_NAME)
        && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }
}
