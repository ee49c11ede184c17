package io.baedge.cli.doctor;

import java.util.Locale;

/**
 * What one check came to.
 *
 * @param check short name of what was looked at
 * @param text what was found
 * @param advice what to do; empty when there is nothing to do
 */
public record Finding(String check, State state, String text, String advice) {
  /** How it is. */
  public enum State {
    /** As it should be. */
    OK,
    /** Something is missing that only some uses need. */
    OPTIONAL,
    /** Something that is needed is not there. */
    NOT_OK;

    /** The word for people and documents. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  static Finding ok(String check, String text) {
    return new Finding(check, State.OK, text, "");
  }

  static Finding optional(String check, String text, String advice) {
    return new Finding(check, State.OPTIONAL, text, advice);
  }

  static Finding notOk(String check, String text, String advice) {
    return new Finding(check, State.NOT_OK, text, advice);
  }
}
