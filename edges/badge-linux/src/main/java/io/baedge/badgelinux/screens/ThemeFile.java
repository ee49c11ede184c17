package io.baedge.badgelinux.screens;

import io.baedge.screen.mark.ImageSource;
import io.baedge.screen.theme.ReadTheme;
import io.baedge.screen.theme.Theme;
import io.baedge.screen.theme.ThemeReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A theme and its logo, read again when one of the two files changes; of a bad one the last good
 * version stays. {@link #look} is for one thread, {@link #theme} and {@link #images} for all.
 */
public final class ThemeFile {
  /** What themes are called. */
  public static final String USUAL_NAME = "theme.yaml";

  private static final int MOST_BYTES = 4 * ThemeReader.MAX_CHARS;

  private final Path file;
  private final FolderImages logos;
  private @Nullable FileStamp seen;
  private Optional<FileStamp> seenLogo = Optional.empty();
  private String problem = "";
  private SortedMap<String, String> logoProblems = new TreeMap<>();
  private volatile Theme theme = Theme.NONE;

  /** A theme that has not been looked at. */
  public ThemeFile(Path file) {
    this.file = file;
    this.logos = new FolderImages(folder());
  }

  private Path folder() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }

  /** The last good theme; none before the first look. */
  public Theme theme() {
    return theme;
  }

  /** The logo by the name by which layouts ask for it; safe for many threads. */
  public ImageSource images() {
    return name -> name.equals(Theme.LOGO) ? theme.logo().flatMap(logos::image) : Optional.empty();
  }

  /** What is wrong with the theme itself, one sentence; empty if nothing is. */
  public String problem() {
    return problem;
  }

  /** What is wrong with the theme and its logo, as sentences. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!problem.isEmpty()) {
      problems.add(problem);
    }
    problems.addAll(logoProblems.values());
    return problems;
  }

  /** Looks at both files; whether anything is other than at the last look. */
  public boolean look() {
    String before = problem;
    boolean changed = lookAtTheme();
    Optional<FileStamp> logo = theme.logo().flatMap(name -> FileStamp.in(folder(), name));
    changed |= !logo.equals(seenLogo) || !before.equals(problem);
    seenLogo = logo;
    SortedMap<String, String> wrong = new TreeMap<>(logos.problems());
    wrong.keySet().removeIf(name -> !Optional.of(name).equals(theme.logo()));
    theme
        .logo()
        .filter(name -> logo.isEmpty())
        .ifPresent(
            name ->
                wrong.put(
                    name,
                    file.getFileName()
                        + " names the logo "
                        + name
                        + ", which is not beside it; put it there"));
    changed |= !wrong.equals(logoProblems);
    logoProblems = wrong;
    return changed;
  }

  /** A file that is written while it is read is read again at the next look. */
  private boolean lookAtTheme() {
    Optional<FileStamp> stamp = FileStamp.of(file);
    if (stamp.isEmpty()) {
      seen = null;
      problem = told("cannot be read; make it or name another");
      return false;
    }
    if (stamp.get().equals(seen)) {
      return false;
    }
    try {
      switch (ThemeReader.read(TextFile.read(file, MOST_BYTES))) {
        case ReadTheme.Ok(Theme read) -> {
          theme = read;
          problem = "";
        }
        case ReadTheme.Refused refused -> problem = told(refused.sentence());
      }
    } catch (CharacterCodingException e) {
      problem = told("is not UTF-8 text; save it as UTF-8");
    } catch (IOException e) {
      problem = told("cannot be read: " + e.getMessage());
    }
    seen = stamp.equals(FileStamp.of(file)) ? stamp.get() : null;
    return true;
  }

  private String told(String reason) {
    String between = reason.startsWith("line ") ? ", " : " ";
    String kept = theme.equals(Theme.NONE) ? "" : "; the last good theme stays";
    return file.getFileName() + between + reason + kept;
  }
}
