package io.baedge.badge.desired;

/** What the desired state wants of the card. */
public interface DesiredOrders {
  /** Save the applied revision. */
  void saveDesired(byte[] bytes);

  /** Save the ids of the commands that were carried out. */
  void saveCommands(byte[] bytes);
}
