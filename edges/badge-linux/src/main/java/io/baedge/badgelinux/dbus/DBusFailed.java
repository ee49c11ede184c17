package io.baedge.badgelinux.dbus;

/** A call over D-Bus was not answered, or with an error. */
public final class DBusFailed extends Exception {
  private static final long serialVersionUID = 1L;

  /** With its sentence. */
  public DBusFailed(String sentence) {
    super(sentence);
  }
}
