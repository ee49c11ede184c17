package io.baedge.mqtt.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebSocketFramesTest {
  private final List<String> control = new ArrayList<>();
  private final WebSocketFrames.Control heard =
      new WebSocketFrames.Control() {
        @Override
        public void ping(byte[] content) {
          control.add("ping " + new String(content, StandardCharsets.US_ASCII));
        }

        @Override
        public void close(int code) {
          control.add("close " + code);
        }
      };

  /** RFC 6455 section 5.7. */
  @Test
  void the_examples_of_the_standard_are_understood() throws Exception {
    assertThat(unwrapped("820548656c6c6f")).isEqualTo("Hello");
    assertThat(unwrapped("828537fa213d7f9f4d5158")).isEqualTo("Hello");
    assertThat(unwrapped("020348656c80026c6f")).isEqualTo("Hello");
    assertThat(unwrapped("890548656c6c6f")).isEmpty();
    assertThat(unwrapped("880203e8")).isEmpty();
    assertThat(unwrapped("8800")).isEmpty();
    assertThat(control).containsExactly("ping Hello", "close 1000", "close 1005");
  }

  @Test
  void what_no_server_may_send_is_refused_in_words() {
    assertThatThrownBy(() -> unwrapped("810548656c6c6f")).hasMessageContaining("not binary");
    assertThatThrownBy(() -> unwrapped("c20100")).hasMessageContaining("reserved bits");
    assertThatThrownBy(() -> unwrapped("090100")).hasMessageContaining("too long or in pieces");
    assertThatThrownBy(() -> unwrapped("897e0080")).hasMessageContaining("too long");
    assertThatThrownBy(() -> unwrapped("8b00")).hasMessageContaining("unknown kind");
    assertThatThrownBy(() -> unwrapped("827f0000000100000000"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("4294967296 bytes, more than 100000");
    assertThatThrownBy(() -> unwrapped("827fffffffffffffffff")).hasMessageContaining("more than");
  }

  @Test
  void a_stream_cut_anywhere_is_the_same_stream() throws Exception {
    for (long seed = 1; seed <= 200; seed++) {
      var chance = new Random(seed);
      var content = new ByteArrayOutputStream();
      var wire = new ByteArrayOutputStream();
      for (int i = 0; i < 10; i++) {
        int size = new int[] {0, 1, 125, 126, 127, 3_000, 65_535, 65_536}[chance.nextInt(8)];
        var bytes = new byte[size];
        chance.nextBytes(bytes);
        content.write(bytes);
        wire.write(wrapped(bytes, chance.nextInt()));
        if (chance.nextInt(3) == 0) {
          wire.write(HexFormat.of().parseHex("89026869"));
        }
      }
      assertThat(inPieces(wire.toByteArray(), chance))
          .as("seed %d", seed)
          .isEqualTo(content.toByteArray());
    }
    assertThat(control).isNotEmpty().allMatch("ping hi"::equals);
  }

  private byte[] inPieces(byte[] wire, Random chance) throws IOException {
    var frames = new WebSocketFrames(100_000);
    var got = new ByteArrayOutputStream();
    for (int at = 0; at < wire.length; ) {
      int count = Math.min(wire.length - at, 1 + chance.nextInt(20_000));
      byte[] piece = Arrays.copyOfRange(wire, at, at + count);
      got.write(piece, 0, frames.unwrap(piece, count, heard));
      at += count;
    }
    return got.toByteArray();
  }

  @Test
  void the_answer_to_a_handshake_is_checked() throws Exception {
    // The nonce and answer of RFC 6455 section 1.3.
    byte[] nonce = "the sample nonce".getBytes(StandardCharsets.US_ASCII);
    String good =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
            + "sec-websocket-protocol: mqtt\r\n\r\n";
    WebSocketHandshake whole = handshake(nonce);
    assertThat(new String(whole.request(), StandardCharsets.US_ASCII))
        .startsWith("GET /mqtt HTTP/1.1\r\nHost: hub.example\r\n")
        .contains("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    byte[] answer = (good + "rest").getBytes(StandardCharsets.US_ASCII);
    assertThat(whole.answered(answer, 20)).isFalse();
    byte[] more = Arrays.copyOfRange(answer, 20, answer.length);
    assertThat(whole.answered(more, more.length)).isTrue();
    assertThat(new String(whole.rest(), StandardCharsets.US_ASCII)).isEqualTo("rest");

    refused(nonce, good.replace("s3p", "s4p"), "wrong answer to the key");
    refused(nonce, good.replace("protocol: mqtt", "protocol: chat"), "does not speak MQTT");
    refused(nonce, "HTTP/1.1 503 Busy\r\n\r\n", "answers 503 instead");
    refused(nonce, "SSH-2.0-x\r\n\r\n", "does not speak HTTP");
    refused(nonce, "HTTP/1.1 101 x\r\nX: " + "y".repeat(9_000), "a head of more than 8192 bytes");
  }

  private static void refused(byte[] nonce, String answer, String why) {
    byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> handshake(nonce).answered(bytes, bytes.length))
        .hasMessageContaining("hub.example/mqtt")
        .hasMessageContaining(why);
  }

  private static WebSocketHandshake handshake(byte[] nonce) {
    var server = InetSocketAddress.createUnresolved("hub.example", 80);
    return new WebSocketHandshake(new Carrier.WebSocket(server, "hub.example", "/mqtt"), nonce);
  }

  private String unwrapped(String hex) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    int count = new WebSocketFrames(100_000).unwrap(bytes, bytes.length, heard);
    return new String(bytes, 0, count, StandardCharsets.US_ASCII);
  }

  private static byte[] wrapped(byte[] bytes, int mask) {
    ByteBuffer frame = ByteBuffer.allocate(bytes.length + WebSocketFrames.MAX_HEADER);
    WebSocketFrames.wrap(ByteBuffer.wrap(bytes), mask, frame);
    return Arrays.copyOf(frame.array(), frame.position());
  }
}
