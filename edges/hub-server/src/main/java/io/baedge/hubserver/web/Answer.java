package io.baedge.hubserver.web;

import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a call gets. */
sealed interface Answer {
  /** A document or other bytes. */
  record Content(int status, String type, byte[] bytes, Map<String, String> headers)
      implements Answer {
    Content with(String name, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Content(status, type, bytes, more);
    }
  }

  /** Bytes that go on; the connection is the stream's from here on. */
  record Stream(Begin begin) implements Answer {}

  /** Takes over a response on its event loop. */
  interface Begin {
    void on(HttpServerResponse response);
  }

  static Content json(Doc doc) {
    return json(200, doc);
  }

  static Content json(int status, Doc doc) {
    return new Content(
        status,
        "application/json",
        DocCodec.toJson(doc).getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "no-store"));
  }

  static Content problem(Refused refused) {
    return new Content(
        refused.status(),
        "application/problem+json",
        DocCodec.toJson(refused.document()).getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "no-store"));
  }

  static Content text(int status, String text) {
    return new Content(
        status,
        "text/plain; charset=utf-8",
        text.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "no-store"));
  }

  static Content html(String html) {
    return new Content(
        200,
        "text/html; charset=utf-8",
        html.getBytes(StandardCharsets.UTF_8),
        Map.of("Cache-Control", "no-store"));
  }

  /** Bytes named by their content: whoever has them need never ask again. */
  static Content immutable(String type, byte[] bytes) {
    return new Content(
        200, type, bytes, Map.of("Cache-Control", "public, max-age=31536000, immutable"));
  }
}
