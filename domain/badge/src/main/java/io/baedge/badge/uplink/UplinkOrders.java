package io.baedge.badge.uplink;

import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import java.util.Optional;

/** What the uplink wants of the network. */
public interface UplinkOrders {
  /** Open a session with the hub of this index. */
  void connect(int hub, Status will, long keepAliveMs, long timeoutMs);

  /** End the session or the attempt, after saying the last words if there are any. */
  void disconnect(String reason, Optional<Status> last);

  /** Ask the owner of the radio to use a network that it knows. */
  void join(String network);

  /** Send with a receipt. */
  void publish(long ticket, UpMessage message);
}
