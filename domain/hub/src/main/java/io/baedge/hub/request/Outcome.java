package io.baedge.hub.request;

import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problem;
import java.util.List;

/** The answer to a request. */
public sealed interface Outcome {
  /** Done, and for a change: committed. */
  record Done(Doc.Fields result) implements Outcome {}

  /** There is no such thing; one sentence. */
  record NotFound(String what) implements Outcome {}

  /**
   * The request does not fit the state of things.
   *
   * @param reason one sentence
   * @param current what is so now, for example the revision
   */
  record Conflict(String reason, Doc.Fields current) implements Outcome {}

  /** The request itself is wrong; every field that is. */
  record Invalid(List<Problem> problems) implements Outcome {
    public Invalid {
      problems = List.copyOf(problems);
    }

    /** One field is wrong. */
    public Invalid(String field, String message) {
      this(List.of(new Problem(field, message)));
    }
  }

  /** The hub could not do it; trying again later may help. */
  record Failed(String reason) implements Outcome {}
}
