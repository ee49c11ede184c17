package io.baedge.mqtt.client;

import java.util.concurrent.atomic.LongAdder;

/// What one loop has done since its start, over all its clients.
public final class LoopCounters {
  final LongAdder opened = new LongAdder();
  final LongAdder ended = new LongAdder();
  final LongAdder bytesIn = new LongAdder();
  final LongAdder bytesOut = new LongAdder();
  final LongAdder turnedAway = new LongAdder();
  final LongAdder droppedAtMostOnce = new LongAdder();
  final LongAdder listenerFailures = new LongAdder();

  LoopCounters() {}

  /// Connection attempts started.
  public long opened() {
    return opened.sum();
  }

  /// Connections and attempts that are over.
  public long ended() {
    return ended.sum();
  }

  public long bytesIn() {
    return bytesIn.sum();
  }

  public long bytesOut() {
    return bytesOut.sum();
  }

  /// Messages not taken because a client was not connected or had its limit outstanding.
  public long turnedAway() {
    return turnedAway.sum();
  }

  /// Messages of QoS 0 dropped because a socket was too slow.
  public long droppedAtMostOnce() {
    return droppedAtMostOnce.sum();
  }

  /// Exceptions thrown by listeners; each has cost its client the connection.
  public long listenerFailures() {
    return listenerFailures.sum();
  }
}
