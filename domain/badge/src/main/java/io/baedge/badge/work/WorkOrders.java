package io.baedge.badge.work;

/** What the decisions about workloads want done. */
public interface WorkOrders {
  /** Start it; answered by {@link Work#started} or {@link Work#ended} of the same run. */
  void startWork(String name, long run);

  /** Stop it, gently first; answered by {@link Work#ended} of the same run. */
  void stopWork(String name, long run);

  /** Keep this for the next start. */
  void saveWork(byte[] bytes);

  /** For the log. */
  void workNote(boolean trouble, String text);
}
