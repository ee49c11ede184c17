package io.baedge.badgelinux.screens;

import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.library.OwnScreens;
import io.baedge.screen.mark.ImageSource;
import io.baedge.screen.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that somebody brings to a badge's pictures: a folder of own screens, and a theme. {@link
 * #look} is for one thread, the rest for all.
 */
public final class OwnLooks {
  private final Optional<ScreenFolder> folder;
  private final Optional<ThemeFile> file;
  private volatile OwnScreens screens = OwnScreens.NONE;

  /** Nothing has been looked at. */
  public OwnLooks(Optional<ScreenFolder> folder, Optional<ThemeFile> file) {
    this.folder = folder;
    this.file = file;
  }

  /** Of a folder and a theme's file. */
  public static OwnLooks of(Optional<Path> folder, Optional<Path> theme) {
    Path[] except = theme.stream().toArray(Path[]::new);
    return new OwnLooks(
        folder.map(screens -> new ScreenFolder(screens, except)), theme.map(ThemeFile::new));
  }

  /** Whether there is anything to look at. */
  public boolean any() {
    return folder.isPresent() || file.isPresent();
  }

  /** Looks at all files; whether anything is other than at the last look. */
  public boolean look() {
    boolean changed = folder.map(ScreenFolder::look).orElse(false);
    changed |= file.map(ThemeFile::look).orElse(false);
    if (changed) {
      OwnScreens found = folder.map(ScreenFolder::screens).orElse(OwnScreens.NONE);
      List<String> problems = new ArrayList<>(found.problems());
      file.ifPresent(theme -> problems.addAll(theme.problems()));
      screens = new OwnScreens(found.layouts(), problems);
    }
    return changed;
  }

  /** The screens of the last look, and what is wrong with any file. */
  public OwnScreens screens() {
    return screens;
  }

  /** The last good theme. */
  public Theme theme() {
    return file.map(ThemeFile::theme).orElse(Theme.NONE);
  }

  /** These options with what somebody brought. */
  public ComposeOptions over(ComposeOptions drawing) {
    ImageSource images = drawing.images();
    ImageSource known = file.map(theme -> theme.images().or(images)).orElse(images);
    ImageSource all = folder.map(own -> own.images().or(known)).orElse(known);
    return drawing.with(all).with(theme());
  }
}
