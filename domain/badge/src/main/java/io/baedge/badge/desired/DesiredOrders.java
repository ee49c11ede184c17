package io.baedge.badge.desired;

/** What the desired state wants of the card. */
public interface DesiredOrders {
  /** Save the applied revision. */
  void saveDesired(byte[] bytes);

  /** The state in force names a screen that this badge does not have; told when it begins. */
  void missingScreen(String name);

  /** Save the ids of the commands that were carried out. */
  void saveCommands(byte[] bytes);
}
