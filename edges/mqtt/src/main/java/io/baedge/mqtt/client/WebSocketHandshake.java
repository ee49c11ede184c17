package io.baedge.mqtt.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/// The request and the answer by which an HTTP connection becomes a WebSocket (RFC 6455 section 4).
/// No socket.
public final class WebSocketHandshake {
  /// An answer with a longer head is refused.
  public static final int MOST_ANSWER_BYTES = 8 * 1024;

  private static final String SUBPROTOCOL = "mqtt";
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

  private final Carrier.WebSocket carrier;
  private final String key;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private byte[] rest = {};

  /// @param nonce 16 bytes that no two connections share
  public WebSocketHandshake(Carrier.WebSocket carrier, byte[] nonce) {
    this.carrier = carrier;
    this.key = Base64.getEncoder().encodeToString(nonce);
  }

  /// What the client says.
  public byte[] request() {
    String text =
        "GET "
            + carrier.path()
            + " HTTP/1.1\r\nHost: "
            + carrier.host()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
            + "\r\nSec-WebSocket-Protocol: "
            + SUBPROTOCOL
            + "\r\nSec-WebSocket-Key: "
            + key
            + "\r\n\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Takes a piece of the answer; true when it is complete and a WebSocket is open.
  public boolean answered(byte[] bytes, int count) throws IOException {
    answer.write(bytes, 0, count);
    byte[] all = answer.toByteArray();
    int end = endOfHead(all);
    if (end < 0) {
      if (all.length > MOST_ANSWER_BYTES) {
        throw refused("answers with a head of more than " + MOST_ANSWER_BYTES + " bytes");
      }
      return false;
    }
    check(new String(all, 0, end, StandardCharsets.ISO_8859_1).split("\r\n", -1));
    rest = Arrays.copyOfRange(all, end + HEAD_END.length, all.length);
    answer.reset();
    return true;
  }

  /// Bytes that came after the answer.
  public byte[] rest() {
    return rest.clone();
  }

  private static int endOfHead(byte[] all) {
    for (int i = 0; i + HEAD_END.length <= all.length; i++) {
      if (Arrays.equals(all, i, i + HEAD_END.length, HEAD_END, 0, HEAD_END.length)) {
        return i;
      }
    }
    return -1;
  }

  private void check(String[] lines) throws IOException {
    String[] status = lines[0].split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.")) {
      throw refused("does not speak HTTP");
    }
    if (!status[1].equals("101")) {
      throw refused("answers " + status[1] + " instead of opening a WebSocket");
    }
    if (!value(lines, "sec-websocket-accept").equals(accept())) {
      throw refused("gives a wrong answer to the key of the WebSocket");
    }
    if (!value(lines, "sec-websocket-protocol").equals(SUBPROTOCOL)) {
      throw refused("does not speak MQTT on this WebSocket");
    }
  }

  private static String value(String[] lines, String name) {
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(name)) {
        return line.substring(colon + 1).strip();
      }
    }
    return "";
  }

  private String accept() {
    try {
      // Part of the protocol, not of its security.
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  private IOException refused(String what) {
    return new IOException("the server at " + carrier.host() + carrier.path() + " " + what);
  }
}
