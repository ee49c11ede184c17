package io.baedge.badgelinux;

import io.baedge.badge.BadgeEvent;
import io.baedge.badgelinux.screens.OwnLooks;
import io.baedge.screen.library.OwnScreens;
import java.util.List;
import java.util.function.Consumer;

/** Looks at own screens and the theme every two seconds, on a thread of its own. */
final class ScreenWatch implements AutoCloseable {
  private static final long EVERY_MS = 2_000;

  private final OwnLooks looks;
  private final Consumer<OwnLooks> use;
  private final Consumer<BadgeEvent> tell;
  private final Thread thread;

  /**
   * A watch that does not run yet.
   *
   * @param use gets them before the badge hears of them
   */
  ScreenWatch(OwnLooks looks, Consumer<OwnLooks> use, Consumer<BadgeEvent> tell) {
    this.looks = looks;
    this.use = use;
    this.tell = tell;
    this.thread = Thread.ofPlatform().daemon().name("screens").unstarted(this::run);
  }

  /** Tells what is wrong already, and watches. */
  void start() {
    if (!looks.screens().problems().isEmpty()) {
      tellOf(looks.screens());
    }
    thread.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(EVERY_MS);
        lookOnce();
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** What nobody thought of must not end the looks that come after it. */
  private void lookOnce() {
    try {
      if (looks.look()) {
        use.accept(looks);
        tellOf(looks.screens());
      }
    } catch (RuntimeException e) {
      String problem = "the folder of screens cannot be looked at: " + e + "; report this";
      tell.accept(new BadgeEvent.ScreensChanged(looks.screens().names(), List.of(problem)));
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
