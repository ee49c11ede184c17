package io.baedge.hubserver.web;

import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import java.util.List;

/** The demo's mishaps, passed on to the process that runs the crowd. */
final class MishapApi {
  private static final String PATH = "/api/v1/mishaps";

  private final MishapControl control;

  MishapApi(MishapControl control) {
    this.control = control;
  }

  void add(List<Route> routes) {
    routes.add(
        Route.of(Route.Verb.GET, PATH, "What can happen to the demo and what is happening")
            .gives(Schemas.MISHAPS)
            .by("demo", _ -> answer(control.list())));
    routes.add(
        Route.of(Route.Verb.POST, PATH, "Let a mishap happen, or end it")
            .takes(Schemas.MISHAP)
            .gives(Schemas.MISHAPS)
            .by("demo", call -> answer(control.choose(call.read(MishapApi::choice)))));
  }

  private static Doc.Fields choice(DocReader body) {
    var choice = Doc.fields();
    for (String name : List.of("id", "kind", "target")) {
      body.optionalText(name, Limits.NAME_CHARS).ifPresent(text -> choice.put(name, text));
    }
    Doc.Fields built = choice.build();
    if (!built.values().containsKey("id") && !built.values().containsKey("kind")) {
      body.problem("id", "is missing; give the id of a listed mishap, or kind and target");
    }
    return built;
  }

  private static Answer answer(MishapControl.Reply reply) {
    if (reply.status() / 100 == 2) {
      return Answer.json(reply.document());
    }
    String detail =
        reply.document().values().get("detail") instanceof Doc.Text(String text)
            ? text
            : "the demo answered " + reply.status();
    throw Refused.of(reply.status(), "mishap-refused", Asking.sentence(detail));
  }
}
