package io.baedge.badgelinux.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * A request to the local API.
 *
 * @param path decoded and without the query
 * @param headers by name, any case
 */
record Request(String method, String path, Map<String, String> headers, byte[] body) {
  Request {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = anyCase;
  }

  /** A header, or nothing. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
