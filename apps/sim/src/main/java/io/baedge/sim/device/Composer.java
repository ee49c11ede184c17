package io.baedge.sim.device;

import io.baedge.badge.screen.PictureRequest;
import io.baedge.screen.compose.Composition;

/** Makes pictures. */
@FunctionalInterface
public interface Composer {
  /** The picture for the panel of that device. */
  Composition compose(Device device, PictureRequest picture);
}
