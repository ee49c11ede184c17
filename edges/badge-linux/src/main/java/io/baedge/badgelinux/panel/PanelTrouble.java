package io.baedge.badgelinux.panel;

/** Something is wrong with a panel or its bus; the message is one sentence that says what to do. */
public final class PanelTrouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What is wrong. */
  public enum Kind {
    /** BUSY does not become idle. */
    BUSY_STUCK,
    /** BUSY never moves: nothing is attached. */
    ABSENT,
    /** The bus refuses or takes only a part. */
    BUS,
    /** The board lacks an interface, or it may not be used. */
    NO_INTERFACE
  }

  /** With its sentence. */
  public PanelTrouble(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }
}
