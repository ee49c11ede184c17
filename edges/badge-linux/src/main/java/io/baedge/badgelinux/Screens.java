package io.baedge.badgelinux;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badgelinux.glass.Panel;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.library.ScreenRenderer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Makes pictures and puts them on the panel, each on a thread of its own. */
final class Screens implements AutoCloseable {
  private final ScreenRenderer renderer = new ScreenRenderer();
  private final PanelModel model;
  private final Panel panel;
  private final ExecutorService composing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("compose").factory());
  private final ExecutorService refreshing =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("panel").factory());

  Screens(PanelModel model, Panel panel) {
    this.model = model;
    this.panel = panel;
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
                renderer.render(request.picture().screen(), model, request.picture().values());
            tell.accept(
                made.<BadgeEvent>map(
                        c -> new BadgeEvent.Composed(request.request(), c.frame(), c.report()))
                    .orElseGet(
                        () ->
                            new BadgeEvent.ComposeFailed(
                                request.request(),
                                "there is no screen named " + request.picture().screen())));
          } catch (RuntimeException e) {
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
          } catch (Panel.PanelFailed e) {
            tell.accept(
                new BadgeEvent.RefreshFailed(request.request(), String.valueOf(e.getMessage())));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    composing.shutdownNow();
    refreshing.shutdownNow();
  }
}
