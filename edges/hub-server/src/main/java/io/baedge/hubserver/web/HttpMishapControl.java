package io.baedge.hubserver.web;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Mishaps of a demo in another process, over HTTP on the same machine. */
final class HttpMishapControl implements MishapControl, AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final URI mishaps;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(LIMIT).version(HttpClient.Version.HTTP_1_1).build();

  HttpMishapControl(URI control) {
    String base = control.toString();
    mishaps = URI.create((base.endsWith("/") ? base : base + "/") + "mishaps");
  }

  @Override
  public Reply list() throws InterruptedException {
    return send(HttpRequest.newBuilder(mishaps).GET());
  }

  @Override
  public Reply choose(Doc.Fields choice) throws InterruptedException {
    return send(
        HttpRequest.newBuilder(mishaps)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(DocCodec.toJson(choice))));
  }

  private Reply send(HttpRequest.Builder request) throws InterruptedException {
    try {
      HttpResponse<String> answer =
          client.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), document(answer.body()));
    } catch (IOException e) {
      return new Reply(
          502,
          Doc.fields()
              .put("detail", "the demo does not answer; start it again with ./baedge demo")
              .build());
    }
  }

  private static Doc.Fields document(String body) {
    return DocCodec.fromJson(body) instanceof Decoded.Ok<Doc>(Doc.Fields fields)
        ? fields
        : Doc.Fields.EMPTY;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
