package io.baedge.hubserver.console;

import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The API as a page.
 *
 * @param groups calls by tag
 */
public record ApiView(String description, List<Group> groups, List<Form> forms) {
  /** Calls of one kind. */
  public record Group(String tag, List<Operation> calls) {}

  /** One call. */
  public record Operation(
      String verb, String path, String summary, List<Parameter> parameters, String takes) {}

  /** One parameter. */
  public record Parameter(String name, String place, String description) {}

  /** A named form of documents. */
  public record Form(String name, String json) {}

  static ApiView of(Doc.Fields openApi) {
    Map<String, List<Operation>> byTag = new LinkedHashMap<>();
    var root = Fields.of(openApi);
    root.at("paths")
        .doc()
        .values()
        .forEach(
            (path, verbs) ->
                Fields.of(verbs)
                    .doc()
                    .values()
                    .forEach((verb, call) -> add(byTag, verb, path, Fields.of(call))));
    List<Group> groups = new ArrayList<>();
    byTag.forEach((tag, calls) -> groups.add(new Group(tag, List.copyOf(calls))));
    List<Form> forms = new ArrayList<>();
    root.at("components")
        .at("schemas")
        .doc()
        .values()
        .forEach((name, schema) -> forms.add(new Form(name, DocCodec.toPrettyJson(schema))));
    return new ApiView(root.at("info").text("description"), groups, forms);
  }

  private static void add(
      Map<String, List<Operation>> byTag, String verb, String path, Fields call) {
    List<Parameter> parameters = new ArrayList<>();
    for (Doc doc : call.list("parameters")) {
      var parameter = Fields.of(doc);
      parameters.add(
          new Parameter(
              parameter.text("name"),
              parameter.text("in"),
              parameter.at("schema").text("description")));
    }
    String takes =
        String.join(" or ", call.at("requestBody").at("content").doc().values().keySet());
    byTag
        .computeIfAbsent(
            call.list("tags").isEmpty() ? "" : Fields.show(call.list("tags").getFirst()),
            _ -> new ArrayList<>())
        .add(
            new Operation(
                verb.toUpperCase(Locale.ROOT),
                path,
                call.text("summary"),
                List.copyOf(parameters),
                takes));
  }
}
