package io.baedge.mqtt.testing;

import io.baedge.model.id.DeviceId;
import java.nio.charset.StandardCharsets;

/// Device ids for tests, the same in every run.
public final class TestIds {
  private TestIds() {}

  /// The device with this number.
  public static DeviceId device(int number) {
    return DeviceId.ofPublicKey(("device " + number).getBytes(StandardCharsets.UTF_8));
  }
}
