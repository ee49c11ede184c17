package io.baedge.hubserver.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the table from which both the server and its description are made.
 *
 * @param path with parameters in braces
 */
record Route(
    Verb verb, String path, String tag, String summary, Input input, Output output, Handler by) {

  /** The methods of HTTP that we use. */
  enum Verb {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    boolean changes() {
      return this != GET;
    }
  }

  /** Answers a call; may block, and throws {@link Refused} for a problem. */
  interface Handler {
    Answer answer(Call call) throws Exception;
  }

  /** Everything a call may carry; anything else is refused. */
  record Input(List<Param> path, List<Param> query, List<Param> headers, Optional<Body> body) {}

  /** One named value in the address or in the head. */
  record Param(String name, Schema schema) {}

  /** The body of a call. */
  record Body(List<String> types, Schema schema, int maxBytes) {}

  /** What a good answer is. */
  record Output(int status, String type, Schema schema) {}

  static Builder of(Verb verb, String path, String summary) {
    return new Builder(verb, path, summary);
  }

  /** Collects a route. */
  static final class Builder {
    private static final int JSON_BYTES = 1024 * 1024;

    private final Verb verb;
    private final String path;
    private final String summary;
    private final List<Param> pathParams = new ArrayList<>();
    private final List<Param> query = new ArrayList<>();
    private final List<Param> headers = new ArrayList<>();
    private Optional<Body> body = Optional.empty();
    private Output output = new Output(200, "application/json", Schema.ANY);

    private Builder(Verb verb, String path, String summary) {
      this.verb = verb;
      this.path = path;
      this.summary = summary;
    }

    Builder in(String name, Schema schema) {
      pathParams.add(new Param(name, schema));
      return this;
    }

    Builder query(String name, Schema schema) {
      query.add(new Param(name, schema));
      return this;
    }

    Builder paged() {
      return query("limit", Schema.number("most entries of the page"))
          .query("cursor", Schema.text("the 'next' of the page before"));
    }

    Builder header(String name, Schema schema) {
      headers.add(new Param(name, schema));
      return this;
    }

    Builder takes(Schema schema) {
      return takes(schema, JSON_BYTES, "application/json");
    }

    Builder takes(Schema schema, int maxBytes, String... types) {
      body = Optional.of(new Body(List.of(types), schema, maxBytes));
      return this;
    }

    Builder gives(Schema schema) {
      return gives(200, "application/json", schema);
    }

    Builder gives(int status, String type, Schema schema) {
      output = new Output(status, type, schema);
      return this;
    }

    Route by(String tag, Handler handler) {
      return new Route(
          verb, path, tag, summary, new Input(pathParams, query, headers, body), output, handler);
    }
  }
}
