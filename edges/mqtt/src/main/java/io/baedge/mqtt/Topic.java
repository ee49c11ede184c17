package io.baedge.mqtt;

import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import java.util.regex.Pattern;

/// One topic of Baedge. Its name comes from [Topics#name].
public sealed interface Topic {
  SiteId site();

  /// From a device to the hub.
  record Up(SiteId site, DeviceId device, UpKind kind) implements Topic {}

  /// From the hub to a device.
  record Down(SiteId site, DeviceId device, DownKind kind) implements Topic {}

  /// Whether a hub is there; `hub` is its name, 1 to 32 characters of a-z, 0-9 and '-'.
  record HubStatus(SiteId site, String hub) implements Topic {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

    public HubStatus {
      if (!validName(hub)) {
        throw new IllegalArgumentException(
            "hub must be 1 to 32 characters of a-z, 0-9 and '-', not '" + hub + "'");
      }
    }

    static boolean validName(String hub) {
      return NAME.matcher(hub).matches();
    }
  }
}
