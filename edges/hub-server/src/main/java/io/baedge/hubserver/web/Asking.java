package io.baedge.hubserver.web;

import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hubserver.loop.HubAccess;
import io.baedge.model.doc.Doc;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the hub and waits; refusals of the hub become problems of the call. */
final class Asking {
  private static final long LONGEST_S = 15;

  private final HubAccess hub;

  Asking(HubAccess hub) {
    this.hub = hub;
  }

  Doc.Fields done(Call call, Request request) throws InterruptedException {
    return unwrap(outcome(call, request), 409);
  }

  /** What was done; throws the refusal otherwise. */
  static Doc.Fields unwrap(Outcome outcome, int conflictStatus) {
    return switch (outcome) {
      case Outcome.Done(Doc.Fields result) -> result;
      case Outcome.NotFound(String what) -> throw Refused.notFound(sentence(what));
      case Outcome.Conflict(String reason, Doc.Fields current) ->
          throw Refused.conflict(conflictStatus, sentence(reason), current);
      case Outcome.Invalid(var problems) -> throw Refused.fields(problems);
      case Outcome.Failed(String reason) -> throw Refused.of(503, "hub-failed", sentence(reason));
    };
  }

  Outcome outcome(Call call, Request request) throws InterruptedException {
    try {
      return hub.ask(call.who(), request).get(LONGEST_S, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return new Outcome.Failed(
          "the hub did not answer within "
              + LONGEST_S
              + " s; look whether it was done, then retry");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a hub's answer never fails", e);
    }
  }

  /** The hub's reasons as a sentence with a capital and a full stop. */
  static String sentence(String reason) {
    if (reason.isEmpty()) {
      return "The hub refused without a reason.";
    }
    String start = reason.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + reason.substring(1);
    return start.endsWith(".") ? start : start + ".";
  }
}
