package io.baedge.hubserver.web;

import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The description of the API (OpenAPI 3.1), made from the table of routes. */
final class OpenApi {
  private static final String VERSION = "1";

  private final Map<String, Schema> named = new TreeMap<>();

  private OpenApi() {}

  static Doc.Fields of(List<Route> routes) {
    return new OpenApi().document(routes);
  }

  private Doc.Fields document(List<Route> routes) {
    Map<String, Doc.Builder> paths = new LinkedHashMap<>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(route.path(), _ -> Doc.fields())
          .put(route.verb().name().toLowerCase(Locale.ROOT), operation(route));
    }
    collect(Schemas.PROBLEM);
    var pathDocs = Doc.fields();
    paths.forEach((path, builder) -> pathDocs.put(path, builder.build()));
    var schemas = Doc.fields();
    named.forEach((name, schema) -> schemas.put(name, schema.json()));
    return Doc.fields()
        .put("openapi", "3.1.0")
        .put("info", info())
        .put("paths", pathDocs.build())
        .put("components", Doc.fields().put("schemas", schemas.build()).build())
        .build();
  }

  private static Doc.Fields info() {
    return Doc.fields()
        .put("title", "Baedge hub")
        .put("version", VERSION)
        .put(
            "description",
            "Badges, devices, people and what the hub wants of them. Times are milliseconds since"
                + " 1970 in UTC. Every refusal is a problem document (RFC 9457).")
        .build();
  }

  private Doc.Fields operation(Route route) {
    var operation =
        Doc.fields()
            .put("operationId", operationId(route))
            .put("summary", route.summary())
            .put("tags", List.of(new Doc.Text(route.tag())));
    List<Doc> parameters = new ArrayList<>();
    route.input().path().forEach(p -> parameters.add(parameter(p, "path")));
    route.input().query().forEach(p -> parameters.add(parameter(p, "query")));
    route.input().headers().forEach(p -> parameters.add(parameter(p, "header")));
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    route.input().body().ifPresent(body -> operation.put("requestBody", body(body)));
    return operation.put("responses", responses(route)).build();
  }

  private static String operationId(Route route) {
    var id = new StringBuilder(route.verb().name().toLowerCase(Locale.ROOT));
    for (String part : route.path().split("[/{}._]+", -1)) {
      if (!part.isEmpty()) {
        id.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return id.toString();
  }

  private Doc.Fields parameter(Route.Param param, String place) {
    collect(param.schema());
    return Doc.fields()
        .put("name", param.name())
        .put("in", place)
        .put("required", place.equals("path"))
        .put("schema", param.schema().reference())
        .build();
  }

  private Doc.Fields body(Route.Body body) {
    collect(body.schema());
    var content = Doc.fields();
    for (String type : body.types()) {
      content.put(type, Doc.fields().put("schema", body.schema().reference()).build());
    }
    return Doc.fields().put("required", true).put("content", content.build()).build();
  }

  private Doc.Fields responses(Route route) {
    collect(route.output().schema());
    return Doc.fields()
        .put(
            Integer.toString(route.output().status()),
            response("Done.", route.output().type(), route.output().schema()))
        .put("default", response("A problem.", "application/problem+json", Schemas.PROBLEM))
        .build();
  }

  private static Doc.Fields response(String description, String type, Schema schema) {
    Doc.Fields content =
        Doc.fields().put(type, Doc.fields().put("schema", schema.reference()).build()).build();
    return Doc.fields().put("description", description).put("content", content).build();
  }

  private void collect(Schema schema) {
    if (!schema.name().isEmpty() && named.putIfAbsent(schema.name(), schema) != null) {
      return;
    }
    schema.parts().forEach(this::collect);
  }
}
