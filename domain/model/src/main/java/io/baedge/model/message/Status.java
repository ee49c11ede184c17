package io.baedge.model.message;

import io.baedge.model.Now;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A sign of life. A badge says it on connecting, when it has been silent for its interval, before
 * it sleeps, and (as its will) when the broker loses it.
 *
 * @param connection counts the device's connections, so an old will cannot end a newer one
 * @param sentAt the device's clocks
 * @param stream the last record taken
 * @param nextContactMs how long the device may now stay silent, from this message on
 * @param hello who speaks; present on the first status of a connection
 */
public record Status(
    Phase phase,
    long connection,
    Now sentAt,
    StreamEnd stream,
    long nextContactMs,
    Optional<Hello> hello)
    implements UpMessage {

  /** What the device is about to do. */
  public enum Phase {
    /** Here. */
    ONLINE,
    /** Said by the broker for a device that vanished. */
    GONE,
    /** Sleeps until the next contact. */
    ASLEEP,
    /** Shut down by a person. */
    OFF;

    /** The word on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The newest record of the device; sequence 0 when the epoch has none. */
  public record StreamEnd(long epoch, long lastSequence) {}

  /** Protocol version, what the device can do, and what it is. */
  public record Hello(int protocol, List<String> capabilities, DeviceFacts facts) {
    public Hello {
      capabilities = List.copyOf(capabilities);
    }
  }
}
