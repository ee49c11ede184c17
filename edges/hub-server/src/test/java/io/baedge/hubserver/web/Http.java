package io.baedge.hubserver.web;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls a server as a program would. */
final class Http implements AutoCloseable {
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;

  Http(int port) {
    this.port = port;
  }

  /** An answer with its document. */
  record Reply(int status, Doc.Fields doc, HttpResponse<byte[]> raw) {
    String text(String name) {
      return doc.values().get(name) instanceof Doc.Text(String text) ? text : "";
    }

    long number(String name) {
      return doc.values().get(name) instanceof Doc.Int(long number) ? number : -1;
    }

    java.util.List<Doc> list(String name) {
      return doc.values().get(name) instanceof Doc.Items(var items) ? items : java.util.List.of();
    }

    /** The body as it came. */
    String body() {
      return new String(raw.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  Reply get(String path) throws Exception {
    return send(request(path).GET());
  }

  Reply json(String verb, String path, String body, String... headers) throws Exception {
    return body(verb, path, "application/json", body, headers);
  }

  Reply body(String verb, String path, String type, String body, String... headers)
      throws Exception {
    var request =
        request(path)
            .header("Content-Type", type)
            .method(verb, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  Reply delete(String path) throws Exception {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(60));
  }

  private Reply send(HttpRequest.Builder request) throws Exception {
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    Doc.Fields doc =
        DocCodec.fromJson(text) instanceof Decoded.Ok<Doc>(Doc.Fields fields)
            ? fields
            : Doc.Fields.EMPTY;
    return new Reply(answer.statusCode(), doc, answer);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
