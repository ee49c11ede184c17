package io.baedge.badgelinux;

import io.baedge.badge.BadgeEvent;
import io.baedge.badgelinux.screens.ScreenFolder;
import io.baedge.screen.library.OwnScreens;
import java.util.function.Consumer;

/** Looks at the folder of own screens every two seconds, on a thread of its own. */
final class ScreenWatch implements AutoCloseable {
  private static final long EVERY_MS = 2_000;

  private final ScreenFolder folder;
  private final Consumer<OwnScreens> use;
  private final Consumer<BadgeEvent> tell;
  private final Thread thread;

  /**
   * A watch that does not run yet.
   *
   * @param use gets the screens before the badge hears of them
   */
  ScreenWatch(ScreenFolder folder, Consumer<OwnScreens> use, Consumer<BadgeEvent> tell) {
    this.folder = folder;
    this.use = use;
    this.tell = tell;
    this.thread = Thread.ofPlatform().daemon().name("screens").unstarted(this::run);
  }

  /** Tells what is wrong already, and watches. */
  void start() {
    if (!folder.screens().problems().isEmpty()) {
      tellOf(folder.screens());
    }
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY_MS);
        if (folder.look()) {
          use.accept(folder.screens());
          tellOf(folder.screens());
        }
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void tellOf(OwnScreens screens) {
    tell.accept(new BadgeEvent.ScreensChanged(screens.names(), screens.problems()));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
