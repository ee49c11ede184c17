package io.baedge.hub.device;

import io.baedge.model.id.DeviceId;
import java.util.List;

/** Which device somebody means by an id or a claim code. */
public sealed interface Claim {
  /** This one. */
  record Found(DeviceId device) implements Claim {}

  /** None: one sentence with what to do. */
  record None(String reason) implements Claim {}

  /** Several devices without a badge share the code. */
  record Several(List<DeviceId> devices) implements Claim {
    public Several {
      devices = List.copyOf(devices);
    }
  }
}
