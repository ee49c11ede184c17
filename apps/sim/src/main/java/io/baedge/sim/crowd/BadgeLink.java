package io.baedge.sim.crowd;

import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import java.util.Optional;

/**
 * How the crowd's devices reach a hub: sockets in the demo, a fake in tests. Times are real
 * milliseconds; the crowd converts when it lives faster.
 */
public interface BadgeLink {
  /** Begins one connection. Returns at once; the listener hears the outcome. */
  Session open(Opening opening, Listener listener);

  /**
   * What a device asks for.
   *
   * @param uplink index in the device's list of hubs
   * @param will what the hub is to hear if the device vanishes
   */
  record Opening(DeviceId device, int uplink, Status will, long keepAliveMs, long timeoutMs) {}

  /** One connection, from the attempt to its end. Called from the crowd's thread only. */
  interface Session {
    /** Sends with a receipt; {@code published} or {@code publishFailed} answers. */
    void publish(long ticket, UpMessage message);

    /** Says the last words, if any, and closes in order. */
    void close(Optional<Status> last);

    /** The device lost its radio or its power: the socket closes without a word. */
    void vanish();
  }

  /**
   * Hears what becomes of a connection; may be called from any thread. After {@code refused},
   * {@code failed} or {@code closed} nothing more is expected. What comes after {@link
   * Session#close} or {@link Session#vanish} is ignored.
   */
  interface Listener {
    /** Let in. */
    void connected(long keepAliveMs, int receiveMaximum);

    /** Sent away; negative {@code retryAfterMs} = the hub did not say for how long. */
    void refused(String reason, long retryAfterMs);

    /** Nobody answered. */
    void failed(String reason);

    /** The connection ended. */
    void closed(String reason);

    /** The hub said something. */
    void heard(DownMessage message);

    /** The receipt of a message came. */
    void published(long ticket);

    /** A message was not taken. */
    void publishFailed(long ticket, String reason);
  }
}
