package io.baedge.badge.local;

/** What local requests want of the world. */
public interface LocalOrders {
  /** Answer a request; once for each. */
  void answer(long request, LocalAnswer answer);

  /** Save choice and values. */
  void saveLocal(byte[] bytes);

  /** Something happened at the badge that the hub should know. */
  void happened(String kind, String detail);
}
