package io.baedge.badgelinux.http;

import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the local API. Headers keep their order. */
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  private static final String HTML = "text/html; charset=utf-8";

  Reply {
    headers = new LinkedHashMap<>(headers);
  }

  /** A word or sentence. The original calls plain words HTML too; ours are escaped. */
  static Reply words(int status, String text) {
    return new Reply(status, HTML, bytes(escape(text)), Map.of());
  }

  static Reply html(String page) {
    return new Reply(200, HTML, bytes(page), Map.of("Cache-Control", "no-cache"));
  }

  static Reply json(int status, Doc doc) {
    return new Reply(
        status, "application/json", bytes(DocCodec.toPrettyJson(doc) + "\n"), Map.of());
  }

  static Reply text(String type, String text) {
    return new Reply(200, type, bytes(text), Map.of());
  }

  /** A file; a client that has this very one gets 304 without a body. */
  static Reply file(String type, byte[] bytes, String tag, Request request) {
    String quoted = "\"" + tag + "\"";
    boolean same = request.header("If-None-Match").equals(quoted);
    return new Reply(same ? 304 : 200, type, same ? new byte[0] : bytes, Map.of())
        .with("Cache-Control", "no-cache")
        .with("ETag", quoted);
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, body, more);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
