package io.baedge.mqtt.client;

import io.baedge.mqtt.wire.Packet.Connack;
import io.baedge.mqtt.wire.Property;
import java.util.OptionalLong;

/// A refused CONNECT: the reason code, the slot the server gave (its user property
/// `retry-after-ms`, from now), and its reason string (may be empty).
public record Refusal(int reasonCode, OptionalLong retryAfterMs, String text) {
  /// Name of the user property that carries the slot.
  public static final String RETRY_AFTER_MS = "retry-after-ms";

  private static final int MAX_DIGITS = 15;

  static Refusal from(Connack connack) {
    String slot = connack.properties().user(RETRY_AFTER_MS).orElse("");
    String text = connack.properties().text(Property.REASON_STRING).orElse("");
    return new Refusal(connack.reasonCode(), wholeNumber(slot), text);
  }

  /// Anything but plain digits counts as no slot: the badge then uses its own back-off.
  private static OptionalLong wholeNumber(String digits) {
    boolean plain =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
  }
}
