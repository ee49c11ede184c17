package io.baedge.sim.device;

import io.baedge.badge.screen.PictureRequest;
import io.baedge.model.panel.PanelModel;
import io.baedge.screen.compose.Composition;

/** Makes pictures. */
@FunctionalInterface
public interface Composer {
  /** The picture for that panel. */
  Composition compose(PanelModel panel, PictureRequest picture);
}
