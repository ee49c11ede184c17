package io.baedge.badgelinux.setup;

/**
 * What one step came to.
 *
 * @param name short
 * @param text what was found
 * @param advice what to do; empty when there is nothing to do
 */
public record SetupStep(String name, State state, String text, String advice) {
  /** How it is. */
  public enum State {
    /** As it should be. */
    FOUND,
    /** Made by this run. */
    DONE,
    /** Not there, and not needed by everybody. */
    WARNING,
    /** Not there, and needed for a badge on real hardware. */
    MISSING
  }

  static SetupStep found(String name, String text) {
    return new SetupStep(name, State.FOUND, text, "");
  }

  static SetupStep done(String name, String text) {
    return new SetupStep(name, State.DONE, text, "");
  }

  static SetupStep warning(String name, String text, String advice) {
    return new SetupStep(name, State.WARNING, text, advice);
  }

  static SetupStep missing(String name, String text, String advice) {
    return new SetupStep(name, State.MISSING, text, advice);
  }
}
