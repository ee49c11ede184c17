package io.baedge.badgelinux;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badgelinux.glass.Panel;
import io.baedge.badgelinux.screens.OwnLooks;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.library.OwnScreens;
import io.baedge.screen.library.ScreenRenderer;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes pictures and puts them on the panel, each on a thread of its own. */
final class Screens implements AutoCloseable {
  private volatile ScreenRenderer renderer;
  private final PanelModel model;
  private final Panel panel;
  private volatile OwnScreens own;
  private final ExecutorService composing = newestOnly("compose");
  private final ExecutorService refreshing = newestOnly("panel");

  Screens(PanelModel model, Panel panel, OwnScreens own, ComposeOptions options) {
    this.renderer = new ScreenRenderer(options);
    this.model = model;
    this.panel = panel;
    this.own = own;
  }

  private static final long END_LIMIT_MS = 2_000;

  /** One works, one waits; a newer one takes the place of the one that waits. */
  private static ExecutorService newestOnly(String name) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(1),
        Thread.ofPlatform().daemon().name(name).factory(),
        new ThreadPoolExecutor.DiscardOldestPolicy());
  }

  /** Draws other own screens in another theme from now on. */
  void use(OwnLooks looks) {
    own = looks.screens();
    renderer = renderer.with(looks.theme());
  }

  /** All screens that can be drawn. */
  OwnScreens own() {
    return own;
  }

  /** The panel. */
  Panel panel() {
    return panel;
  }

  void compose(BadgeEffect.Compose request, Consumer<BadgeEvent> tell) {
    composing.execute(
        () -> {
          try {
            Optional<Composition> made =
                own.find(request.picture().screen())
                    .map(
                        layout ->
                            renderer
                                .in(request.picture().tier())
                                .render(layout, model, request.picture().values()));
            tell.accept(
                made.<BadgeEvent>map(
                        c -> new BadgeEvent.Composed(request.request(), c.frame(), c.report()))
                    .orElseGet(
                        () ->
                            new BadgeEvent.ComposeFailed(
                                request.request(),
                                "there is no screen named " + request.picture().screen())));
          } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            // A screen that cannot be drawn must not end the thread that draws the others.
            tell.accept(new BadgeEvent.ComposeFailed(request.request(), e.toString()));
          }
        });
  }

  void refresh(BadgeEffect.Refresh request, Consumer<BadgeEvent> tell) {
    refreshing.execute(
        () -> {
          try {
            panel.show(request.frame(), request.kind());
            tell.accept(new BadgeEvent.Refreshed(request.request(), request.frame().hash()));
            rest();
          } catch (Panel.PanelFailed e) {
            tell.accept(
                new BadgeEvent.RefreshFailed(request.request(), String.valueOf(e.getMessage())));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            // A driver's mistake is a broken panel, and the page must be able to say so.
            tell.accept(new BadgeEvent.RefreshFailed(request.request(), e.toString()));
          }
        });
  }

  /** A picture that is there counts, whatever the panel does afterwards. */
  private void rest() throws InterruptedException {
    try {
      panel.rest();
    } catch (Panel.PanelFailed e) {
      // The next picture begins with a reset and tells what is still wrong.
    }
  }

  /** A badge that starts again within this process must find the panel's wires free. */
  @Override
  public void close() {
    composing.shutdownNow();
    refreshing.shutdownNow();
    try {
      if (refreshing.awaitTermination(END_LIMIT_MS, TimeUnit.MILLISECONDS)) {
        panel.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
