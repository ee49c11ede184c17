package io.baedge.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One HTTP/1.1 client connection to this machine that costs little, so that the server is what is
/// measured. It is kept open as long as the server allows.
final class HttpConnection implements AutoCloseable {
  private static final int TIMEOUT_MS = 10_000;
  private static final int LONGEST_LINE = 8 * 1024;

  private final int port;
  private final boolean keep;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /// To that port.
  ///
  /// @param keep false = a new connection for each request
  HttpConnection(int port, boolean keep) {
    this.port = port;
    this.keep = keep;
  }

  /// Sends a GET and reads the whole answer; gives its status.
  int get(String path) throws IOException {
    return exchange("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
  }

  /// Posts a form of one field.
  int post(String path, String form) throws IOException {
    return exchange(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form);
  }

  @Override
  public void close() throws IOException {
    Socket open = socket;
    socket = null;
    in = null;
    if (open != null) {
      open.close();
    }
  }

  private int exchange(String request) throws IOException {
    Socket open = socket == null ? open() : socket;
    open.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    String first = line();
    int bodyBytes = -1;
    boolean closes = !keep || first.startsWith("HTTP/1.0");
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        bodyBytes = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      closes |= lower.startsWith("connection:") && lower.contains("close");
    }
    InputStream from = stream();
    if (bodyBytes >= 0) {
      from.skipNBytes(bodyBytes);
    } else {
      from.transferTo(java.io.OutputStream.nullOutputStream());
      closes = true;
    }
    if (closes) {
      close();
    }
    return Integer.parseInt(first.split(" ", 3)[1]);
  }

  private Socket open() throws IOException {
    Socket open = new Socket(InetAddress.getLoopbackAddress(), port);
    open.setTcpNoDelay(true);
    open.setSoTimeout(TIMEOUT_MS);
    socket = open;
    in = new BufferedInputStream(open.getInputStream());
    return open;
  }

  private InputStream stream() throws IOException {
    InputStream open = in;
    if (open == null) {
      throw new IOException("the connection is closed");
    }
    return open;
  }

  private String line() throws IOException {
    InputStream from = stream();
    var text = new StringBuilder();
    for (int next = from.read(); next != '\n'; next = from.read()) {
      if (next < 0 || text.length() > LONGEST_LINE) {
        throw new IOException("the server ended the connection inside its answer");
      }
      if (next != '\r') {
        text.append((char) next);
      }
    }
    return text.toString();
  }
}
