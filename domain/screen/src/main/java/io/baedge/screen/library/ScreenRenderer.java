package io.baedge.screen.library;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.compose.ComposeOptions;
import io.baedge.screen.compose.Composer;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.Values;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.theme.Theme;
import java.util.Optional;

/// Pictures of built-in and own screens on any panel. Safe for many threads.
public final class ScreenRenderer {
  private final Composer composer;
  private final ComposeOptions options;

  /// Renders for badges worn horizontally, with what comes with Baedge.
  public ScreenRenderer() {
    this(ComposeOptions.DEFAULT);
  }

  /// Renders with these options.
  public ScreenRenderer(ComposeOptions options) {
    this(new Composer(), options);
  }

  private ScreenRenderer(Composer composer, ComposeOptions options) {
    this.composer = composer;
    this.options = options;
  }

  /// The same in another theme.
  public ScreenRenderer with(Theme theme) {
    return new ScreenRenderer(composer, options.with(theme));
  }

  /// The same for a badge in this power tier.
  public ScreenRenderer in(String tier) {
    return new ScreenRenderer(composer, options.in(tier));
  }

  /// The picture of a built-in screen (or its alias); empty if there is no such screen.
  public Optional<Composition> render(String screen, PanelModel panel, Values values) {
    return Screens.builtIn().find(screen).map(layout -> render(layout, panel, values));
  }

  /// The picture of a layout.
  public Composition render(Layout layout, PanelModel panel, Values values) {
    return composer.compose(layout, values, panel, options);
  }
}
