package io.baedge.badgelinux.value;

import io.baedge.badge.value.ValueAnswer;
import io.baedge.badge.value.ValueSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Gets an address, with what its last answer was known by. The JDK's old client: it comes with the
 * base module and needs no threads of its own.
 */
final class HttpAsker {
  private static final int BLOCK_BYTES = 4 * 1024;
  private static final char BETWEEN = '\n';

  private HttpAsker() {}

  static ValueAnswer ask(ValueSource source, String mark) {
    long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(source.pace().timeoutMs());
    HttpURLConnection connection = null;
    try {
      URLConnection opened = URI.create(source.place()).toURL().openConnection();
      if (!(opened instanceof HttpURLConnection http)) {
        return Body.failed(source, "is no address of http or https; correct 'url'");
      }
      connection = http;
      prepare(http, mark, source.pace().timeoutMs());
      int status = http.getResponseCode();
      if (status == HttpURLConnection.HTTP_NOT_MODIFIED) {
        return new ValueAnswer.Unchanged();
      }
      if (status != HttpURLConnection.HTTP_OK) {
        return Body.failed(source, "answers with status " + status + "; it must be 200");
      }
      Optional<byte[]> body = body(http, endNs);
      return body.map(bytes -> Body.answer(source, bytes, mark(http)))
          .orElseGet(() -> Body.tooLarge(source));
    } catch (SocketTimeoutException e) {
      return Body.failed(source, "gave no answer within " + source.pace().timeoutMs() + " ms");
    } catch (UnknownHostException e) {
      return Body.failed(source, "names a host that nobody knows: " + e.getMessage());
    } catch (IOException | IllegalArgumentException e) {
      return Body.failed(source, "cannot be reached: " + e.getMessage());
    } finally {
      if (connection != null) {
        connection.disconnect();
      }
    }
  }

  private static void prepare(HttpURLConnection http, String mark, long timeoutMs) {
    http.setConnectTimeout((int) timeoutMs);
    http.setReadTimeout((int) timeoutMs);
    http.setUseCaches(false);
    http.setRequestProperty("Accept", "application/json, text/plain;q=0.9, */*;q=0.5");
    http.setRequestProperty("User-Agent", "baedge-badge");
    int between = mark.indexOf(BETWEEN);
    if (between > 0) {
      http.setRequestProperty("If-None-Match", mark.substring(0, between));
    }
    if (between >= 0 && between < mark.length() - 1) {
      http.setRequestProperty("If-Modified-Since", mark.substring(between + 1));
    }
  }

  /** What the server knows the answer by; empty if it says nothing of the kind. */
  private static String mark(HttpURLConnection http) {
    String tag = http.getHeaderField("ETag");
    String modified = http.getHeaderField("Last-Modified");
    return tag == null && modified == null
        ? ""
        : (tag == null ? "" : tag) + BETWEEN + (modified == null ? "" : modified);
  }

  /** Empty if there is more than is taken. A server that drips is given up at the end. */
  private static Optional<byte[]> body(HttpURLConnection http, long endNs) throws IOException {
    if (http.getContentLengthLong() > Body.MOST_BYTES) {
      return Optional.empty();
    }
    var bytes = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK_BYTES];
    try (InputStream in = http.getInputStream()) {
      while (true) {
        long restMs = TimeUnit.NANOSECONDS.toMillis(endNs - System.nanoTime());
        if (restMs <= 0) {
          throw new SocketTimeoutException();
        }
        http.setReadTimeout((int) restMs);
        int got = in.read(block);
        if (got < 0) {
          return Optional.of(bytes.toByteArray());
        }
        bytes.write(block, 0, got);
        if (bytes.size() > Body.MOST_BYTES) {
          return Optional.empty();
        }
      }
    }
  }
}
