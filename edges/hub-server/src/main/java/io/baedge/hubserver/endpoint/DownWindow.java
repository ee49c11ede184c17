package io.baedge.hubserver.endpoint;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Messages for one badge: at most its receive maximum on the wire, a bounded number behind them.
/// Room is taken from any thread, everything else happens on the endpoint's thread.
final class DownWindow {
  /// A message for the badge; the payload is not copied.
  @SuppressWarnings("ArrayRecordComponent")
  record Down(String topic, byte[] payload) {}

  private final int window;
  private final int limit;
  private final AtomicInteger taken = new AtomicInteger();
  private final BitSet onWire = new BitSet();
  private final ArrayDeque<Down> waiting = new ArrayDeque<>(1);

  DownWindow(int receiveMaximum, int limit) {
    this.window = Math.min(receiveMaximum, limit);
    this.limit = limit;
  }

  /// Takes room for one message; false when there is none.
  boolean takeRoom() {
    if (taken.incrementAndGet() <= limit) {
      return true;
    }
    taken.decrementAndGet();
    return false;
  }

  void giveRoomBack() {
    taken.decrementAndGet();
  }

  void add(Down message) {
    waiting.add(message);
  }

  /// The next message that may go onto the wire now, or null.
  @Nullable Down next() {
    return onWire.cardinality() < window ? waiting.poll() : null;
  }

  /// A free packet identifier for the message just taken with `next`.
  int packetId() {
    int slot = onWire.nextClearBit(0);
    onWire.set(slot);
    return slot + 1;
  }

  /// The badge acknowledged; false when nothing with this identifier is on the wire.
  boolean release(int packetId) {
    if (packetId < 1 || !onWire.get(packetId - 1)) {
      return false;
    }
    onWire.clear(packetId - 1);
    giveRoomBack();
    return true;
  }
}
