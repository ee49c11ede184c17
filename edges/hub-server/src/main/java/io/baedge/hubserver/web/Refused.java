package io.baedge.hubserver.web;

import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problem;
import java.util.List;

/** A call that is answered with a problem document (RFC 9457). */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Details details;

  /**
   * What the document says.
   *
   * @param type the last part of the problem's name, for programs
   * @param title one sentence, for people
   * @param problems every field that is wrong
   * @param current what is so now
   */
  record Details(String type, String title, List<Problem> problems, Doc.Fields current) {}

  private Refused(int status, Details details) {
    super(details.title(), null, false, false);
    this.status = status;
    this.details = details;
  }

  static Refused of(int status, String type, String title) {
    return new Refused(status, new Details(type, title, List.of(), Doc.Fields.EMPTY));
  }

  static Refused notFound(String what) {
    return of(404, "not-found", what);
  }

  static Refused field(String field, String message) {
    return fields(List.of(new Problem(field, message)));
  }

  static Refused fields(List<Problem> problems) {
    String title =
        problems.size() == 1
            ? "One value is wrong: " + problems.getFirst().sentence() + "."
            : problems.size() + " values are wrong.";
    return new Refused(
        422, new Details("invalid-value", title, List.copyOf(problems), Doc.Fields.EMPTY));
  }

  static Refused conflict(int status, String reason, Doc.Fields current) {
    return new Refused(status, new Details("conflict", reason, List.of(), current));
  }

  int status() {
    return status;
  }

  Doc.Fields document() {
    var document =
        Doc.fields()
            .put("type", "urn:baedge:problem:" + details.type())
            .put("title", details.title())
            .put("status", status);
    if (!details.problems().isEmpty()) {
      document.put("detail", sentences(details.problems()));
      document.put("problems", details.problems().stream().map(Refused::problem).toList());
    }
    if (!details.current().values().isEmpty()) {
      document.put("current", details.current());
    }
    return document.build();
  }

  private static String sentences(List<Problem> problems) {
    return String.join("; ", problems.stream().map(Problem::sentence).toList()) + ".";
  }

  private static Doc.Fields problem(Problem problem) {
    return Doc.fields().put("field", problem.field()).put("message", problem.message()).build();
  }
}
