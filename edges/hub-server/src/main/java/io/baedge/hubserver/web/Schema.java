package io.baedge.hubserver.web;

import io.baedge.model.doc.Doc;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of a value, for the API's description.
 *
 * @param name under which the description lists it; empty for a form that is written in place
 * @param parts named forms that it refers to
 */
record Schema(String name, Doc.Fields json, List<Schema> parts) {
  Schema {
    parts = List.copyOf(parts);
  }

  /** Any document. */
  static final Schema ANY = new Schema("", Doc.Fields.EMPTY, List.of());

  static Schema text(String description) {
    return simple("string", description);
  }

  static Schema number(String description) {
    return simple("integer", description);
  }

  static Schema flag(String description) {
    return simple("boolean", description);
  }

  private static Schema simple(String type, String description) {
    return new Schema(
        "", Doc.fields().put("type", type).putIfAny("description", description).build(), List.of());
  }

  static Schema words(String description, List<String> words) {
    Doc.Fields json =
        Doc.fields()
            .put("type", "string")
            .putIfAny("description", description)
            .put("enum", words.stream().map(Doc.Text::new).toList())
            .build();
    return new Schema("", json, List.of());
  }

  static Schema listOf(Schema item) {
    return new Schema(
        "",
        Doc.fields().put("type", "array").put("items", item.reference()).build(),
        List.of(item));
  }

  /** How another form mentions this one. */
  Doc.Fields reference() {
    return name.isEmpty() ? json : Doc.fields().put("$ref", "#/components/schemas/" + name).build();
  }

  static Builder object(String name) {
    return new Builder(name);
  }

  /** Collects the fields of an object. */
  static final class Builder {
    private final String name;
    private final Doc.Builder properties = Doc.fields();
    private final List<Doc> required = new ArrayList<>();
    private final List<Schema> parts = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    Builder must(String field, Schema schema) {
      required.add(new Doc.Text(field));
      return may(field, schema);
    }

    Builder may(String field, Schema schema) {
      properties.put(field, schema.reference());
      parts.add(schema);
      return this;
    }

    Schema build() {
      var json = Doc.fields().put("type", "object").put("properties", properties.build());
      if (!required.isEmpty()) {
        json.put("required", required);
      }
      return new Schema(name, json.build(), parts);
    }
  }
}
