package io.baedge.badge.relay;

/** Takes what a badge wants done about its neighbours. */
public interface RelayOrders {
  /** Has it done. */
  void relay(RelayOrder order);
}
