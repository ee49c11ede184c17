package io.baedge.badge.local;

/** The answer to a local command. */
public sealed interface LocalAnswer {
  /** Done, or for a picture: composed and on its way to the glass. */
  record Done() implements LocalAnswer {}

  /** Not possible as asked; the reason is one sentence for the caller. */
  record Rejected(String reason) implements LocalAnswer {}

  /** Not in this tier; the reason is one sentence for the caller. */
  record NotNow(String reason) implements LocalAnswer {}

  /** The panel or the picture failed; the reason is one sentence. */
  record PanelBroken(String reason) implements LocalAnswer {}
}
