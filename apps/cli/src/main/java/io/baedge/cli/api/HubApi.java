package io.baedge.cli.api;

import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a hub over HTTP. Safe for many threads. */
public final class HubApi implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  private final HttpClient client;
  private final URI base;

  /** The hub did not do what was asked; the message is one sentence. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status, String sentence) {
      super(sentence);
      this.status = status;
    }

    /** The HTTP status, 0 when there was no answer. */
    public int status() {
      return status;
    }
  }

  /** A body to send. */
  public record Body(String type, byte[] bytes) {
    /** JSON. */
    public static Body json(Doc doc) {
      return new Body("application/json", DocCodec.toJson(doc).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The hub whose console is at this address. */
  public HubApi(URI base) {
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
  }

  /** Reads. */
  public Doc.Fields get(String path, Map<String, String> query) throws Refused {
    return send(request(path, query).GET());
  }

  /** Reads a list over all of its pages. */
  public List<Doc.Fields> all(String path, Map<String, String> query, String list) throws Refused {
    List<Doc.Fields> found = new ArrayList<>();
    Map<String, String> asked = new LinkedHashMap<>(query);
    String cursor;
    do {
      Doc.Fields page = get(path, asked);
      found.addAll(list(page, list));
      cursor = text(page, "next");
      asked.put("cursor", cursor);
    } while (!cursor.isEmpty());
    return found;
  }

  /** Sends a body with the verb. */
  public Doc.Fields send(String verb, String path, Map<String, String> query, Body body)
      throws Refused {
    return send(
        request(path, query)
            .header("Content-Type", body.type())
            .method(verb, HttpRequest.BodyPublishers.ofByteArray(body.bytes())));
  }

  /** Sends with the verb and nothing else. */
  public Doc.Fields send(String verb, String path) throws Refused {
    return send(request(path, Map.of()).method(verb, HttpRequest.BodyPublishers.noBody()));
  }

  /** A value for a place in a path. */
  public static String segment(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    String asked =
        query.entrySet().stream()
            .map(e -> segment(e.getKey()) + "=" + segment(e.getValue()))
            .collect(Collectors.joining("&"));
    String root = base.toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(root + path + (asked.isEmpty() ? "" : "?" + asked)))
        .timeout(ANSWER_LIMIT)
        .header("Accept", "application/json");
  }

  private Doc.Fields send(HttpRequest.Builder request) throws Refused {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Doc.Fields body = document(answer.body());
      if (answer.statusCode() >= 400) {
        throw new Refused(answer.statusCode(), sentence(answer.statusCode(), body));
      }
      return body;
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new Refused(
          0, "no hub answers at " + base + "; start one with 'baedge hub' or give --hub URL");
    } catch (IOException e) {
      throw new Refused(0, "the hub at " + base + " broke off: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(0, "interrupted while asking the hub");
    }
  }

  private static Doc.Fields document(String body) {
    return DocCodec.fromJson(body) instanceof Decoded.Ok<Doc>(Doc.Fields fields)
        ? fields
        : Doc.Fields.EMPTY;
  }

  /** What a problem document (RFC 9457) says; its detail names each wrong field. */
  private static String sentence(int status, Doc.Fields problem) {
    for (String part : List.of("detail", "title")) {
      String said = text(problem, part);
      if (!said.isEmpty()) {
        return said;
      }
    }
    return "the hub answers with status " + status;
  }

  /** The text of that name, or nothing. */
  public static String text(Doc.Fields doc, String name) {
    return doc.values().get(name) instanceof Doc.Text(String value) ? value : "";
  }

  /** The whole number of that name, or 0. */
  public static long number(Doc.Fields doc, String name) {
    return doc.values().get(name) instanceof Doc.Int(long value) ? value : 0;
  }

  /** The named values of that name, or none. */
  public static Doc.Fields fields(Doc.Fields doc, String name) {
    return doc.values().get(name) instanceof Doc.Fields value ? value : Doc.Fields.EMPTY;
  }

  /** The named values in the list of that name. */
  public static List<Doc.Fields> list(Doc.Fields doc, String name) {
    return doc.values().get(name) instanceof Doc.Items(List<Doc> values)
        ? values.stream().filter(Doc.Fields.class::isInstance).map(Doc.Fields.class::cast).toList()
        : List.of();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
