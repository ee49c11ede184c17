package io.baedge.mqtt.hub;

import java.util.EnumMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// Counters and two gauges of one transport; written by the transport, read from any thread.
public final class TransportMetrics {
  private final EnumMap<TransportCounter, LongAdder> counters =
      new EnumMap<>(TransportCounter.class);
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong uncommitted = new AtomicLong();

  public TransportMetrics() {
    for (TransportCounter counter : TransportCounter.values()) {
      counters.put(counter, new LongAdder());
    }
  }

  public void count(TransportCounter counter) {
    adder(counter).increment();
  }

  public void count(TransportCounter counter, long by) {
    adder(counter).add(by);
  }

  public long get(TransportCounter counter) {
    return adder(counter).sum();
  }

  /// Devices connected now; with an external broker 1 while the hub is connected to it.
  public long connections() {
    return connections.get();
  }

  public void connections(long now) {
    connections.set(now);
  }

  /// Messages handed to the hub and neither accepted nor refused yet.
  public long uncommitted() {
    return uncommitted.get();
  }

  public void uncommitted(long now) {
    uncommitted.set(now);
  }

  private LongAdder adder(TransportCounter counter) {
    LongAdder adder = counters.get(counter);
    if (adder == null) {
      throw new IllegalStateException("no counter " + counter);
    }
    return adder;
  }
}
