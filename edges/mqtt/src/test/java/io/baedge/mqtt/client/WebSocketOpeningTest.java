package io.baedge.mqtt.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.testing.RecordingBadge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A WebSocket that opens in an unusual way.
class WebSocketOpeningTest {
  private static final Pattern KEY = Pattern.compile("Sec-WebSocket-Key: (\\S+)");
  private static final byte[] CLOSE_1001 = {(byte) 0x88, 2, 0x03, (byte) 0xe9};

  @Test
  void a_close_in_one_piece_with_the_answer_is_heard_at_once() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        MqttLoop loop = MqttLoop.start("badges")) {
      CompletableFuture<Socket> served = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> serve(server, served));
      var address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
      RecordingBadge badge = RecordingBadge.acknowledging();
      loop.connect(
          ClientOptions.of(new Carrier.WebSocket(address, "hub.example", "/mqtt"), "b"), badge);
      // The server keeps its socket open: nothing but the frame tells that it is over.
      try (Socket _ = served.get(Await.DEADLINE_MS, TimeUnit.MILLISECONDS)) {
        assertThat(badge.awaitClosed().text())
            .isEqualTo("the server closed the WebSocket with code 1001");
      }
    }
  }

  private static void serve(ServerSocket server, CompletableFuture<Socket> served) {
    try {
      Socket socket = server.accept();
      var request = new ByteArrayOutputStream();
      while (!request.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
        request.write(socket.getInputStream().read());
      }
      var answer = new ByteArrayOutputStream();
      answer.writeBytes(opened(request.toString(StandardCharsets.US_ASCII)));
      answer.writeBytes(CLOSE_1001);
      socket.getOutputStream().write(answer.toByteArray());
      served.complete(socket);
    } catch (Exception e) {
      served.completeExceptionally(e);
    }
  }

  /// RFC 6455 section 4.2.2.
  private static byte[] opened(String request) throws Exception {
    Matcher key = KEY.matcher(request);
    if (!key.find()) {
      throw new IOException("no key in " + request);
    }
    byte[] text =
        (key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
    byte[] hash = MessageDigest.getInstance("SHA-1").digest(text);
    return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Accept: "
            + Base64.getEncoder().encodeToString(hash)
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
