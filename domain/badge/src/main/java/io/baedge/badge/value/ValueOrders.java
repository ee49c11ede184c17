package io.baedge.badge.value;

/** What the sources of values want of the world. */
public interface ValueOrders {
  /**
   * Ask a source.
   *
   * @param ask numbers the times of asking
   * @param mark of its last answer; empty if it is to be read in any case
   */
  void askValue(ValueSource source, long ask, String mark);

  /** Save the last good values. */
  void saveValues(byte[] bytes);

  /** A source gives nothing that can be used; told when it begins. */
  void valueTrouble(String text);
}
