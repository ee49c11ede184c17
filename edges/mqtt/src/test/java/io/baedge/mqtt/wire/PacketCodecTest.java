package io.baedge.mqtt.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.mqtt.wire.Packet.Connack;
import io.baedge.mqtt.wire.Packet.Connect;
import io.baedge.mqtt.wire.Packet.Disconnect;
import io.baedge.mqtt.wire.Packet.Filter;
import io.baedge.mqtt.wire.Packet.Login;
import io.baedge.mqtt.wire.Packet.Pingreq;
import io.baedge.mqtt.wire.Packet.Pingresp;
import io.baedge.mqtt.wire.Packet.Puback;
import io.baedge.mqtt.wire.Packet.Publish;
import io.baedge.mqtt.wire.Packet.Suback;
import io.baedge.mqtt.wire.Packet.Subscribe;
import io.baedge.mqtt.wire.Packet.Will;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacketCodecTest {
  private static final int LIMIT = 1 << 20;

  static Stream<Packet> packets() {
    Properties rich =
        Properties.builder()
            .whole(Property.SESSION_EXPIRY_S, 0xFFFF_FFFFL)
            .whole(Property.RECEIVE_MAXIMUM, 32)
            .text(Property.REASON_STRING, "grüße €")
            .user("retry-after-ms", "1234")
            .user("retry-after-ms", "again")
            .build();
    Properties connect =
        Properties.builder().whole(Property.RECEIVE_MAXIMUM, 9).user("k", "").build();
    Properties will = Properties.builder().whole(Property.WILL_DELAY_S, 30).build();
    return Stream.of(
        new Connect("badge", true, 300, null, null, Properties.NONE),
        new Connect(
            "b",
            false,
            0,
            new Login("user", "secret".getBytes(UTF_8)),
            new Will("a/b", "gone".getBytes(UTF_8), 1, true, will),
            connect),
        new Connect("", true, 1, new Login(null, new byte[0]), null, Properties.NONE),
        new Connack(true, 0, Properties.NONE),
        new Connack(false, 0x9F, rich),
        Publish.atMostOnce("t", new byte[0]),
        Publish.atLeastOnce("baedge/v1/camp/0f/x/telemetry", new byte[200], 65_535),
        new Publish(
            "ü/€/𝄞",
            new byte[20_000],
            1,
            true,
            true,
            7,
            Properties.builder().whole(Property.SUBSCRIPTION_ID, 268_435_455).build()),
        new Puback(1, 0, Properties.NONE),
        new Puback(2, 0x87, Properties.NONE),
        new Puback(3, 0, Properties.builder().text(Property.REASON_STRING, "why").build()),
        new Subscribe(5, List.of(new Filter("a/+/#", 1), new Filter("b", 0)), Properties.NONE),
        new Suback(5, List.of(1, 0x87), Properties.NONE),
        new Pingreq(),
        new Pingresp(),
        new Disconnect(0, Properties.NONE),
        new Disconnect(0x8E, Properties.builder().text(Property.REASON_STRING, "x").build()));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void a_packet_survives_its_bytes(Packet packet) {
    assertThat(read(write(packet))).usingRecursiveComparison().isEqualTo(List.of(packet));
  }

  @ParameterizedTest
  @MethodSource("packets")
  void a_packet_survives_any_fragmentation(Packet packet) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] one = write(packet);
    byte[] stream = join(one, write(new Pingreq()), one, one);
    List<String> expected =
        Stream.of(packet, new Pingreq(), packet, packet).map(PacketCodecTest::hex).toList();
    for (int round = 0; round < 20; round++) {
      int most = round == 0 ? 1 : 1 + random.nextInt(stream.length);
      List<Packet> read = new ArrayList<>();
      PacketReader reader = new PacketReader(LIMIT);
      for (int at = 0; at < stream.length; ) {
        int count = Math.min(1 + random.nextInt(most), stream.length - at);
        Malformed malformed = reader.read(stream, at, count, read::add);
        if (malformed != null) {
          throw new AssertionError("seed " + seed + ": " + malformed.text());
        }
        at += count;
      }
      assertThat(read.stream().map(PacketCodecTest::hex).toList())
          .as("seed " + seed)
          .isEqualTo(expected);
      assertThat(reader.heldBytes()).isZero();
    }
  }

  @Test
  void bytes_are_those_of_the_standard() {
    assertThat(hex(new Connect("b", true, 60, null, null, Properties.NONE)))
        .isEqualTo("100e00044d5154540502003c00000162");
    assertThat(hex(Publish.atLeastOnce("a/b", new byte[] {1, 2}, 10)))
        .isEqualTo("320a0003612f62000a000102");
    assertThat(hex(new Puback(10, 0, Properties.NONE))).isEqualTo("4002000a");
    assertThat(hex(new Puback(10, 0x87, Properties.NONE))).isEqualTo("4003000a87");
    assertThat(hex(new Subscribe(1, List.of(new Filter("#", 1)), Properties.NONE)))
        .isEqualTo("8207000100000123" + "01");
    assertThat(hex(new Pingreq())).isEqualTo("c000");
    assertThat(hex(new Disconnect(4, Properties.NONE))).isEqualTo("e00104");
  }

  record Bad(String what, String bytes, int reasonCode, String words) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Bad> malformed() {
    return Stream.of(
        new Bad("type 0", "0000", 0x81, "reserved"),
        new Bad("AUTH", "f000", 0x82, "type 15"),
        new Bad("PUBREC", "5002000a", 0x82, "type 5"),
        new Bad("length of five bytes", "30ffffffff7f", 0x81, "four bytes"),
        new Bad("flags on PINGREQ", "c100", 0x81, "flags 1"),
        new Bad("flags on PUBACK", "4202000a", 0x81, "flags 2"),
        new Bad("SUBSCRIBE without its flags", "800700010000012301", 0x81, "flags 0"),
        new Bad("bytes after PINGREQ", "c00100", 0x81, "1 bytes too many"),
        new Bad("QoS 3", "360a0003612f62000a000102", 0x81, "QoS 3"),
        new Bad("QoS 2", "340a0003612f62000a000102", 0x9B, "QoS 2"),
        new Bad("duplicate of QoS 0", "38060003612f6200", 0x81, "duplicate"),
        new Bad("packet id 0", "32080003612f62000000", 0x82, "identifier is 0"),
        new Bad("empty topic", "3003000000", 0x90, "topic is empty"),
        new Bad("wildcard in topic", "30060003612f2b00", 0x90, "wildcard"),
        new Bad("topic longer than packet", "30040009612f", 0x81, "ends inside the topic"),
        new Bad("topic not UTF-8", "30050002c32800", 0x81, "not valid UTF-8"),
        new Bad("topic with surrogate", "30060003eda08000", 0x81, "not valid UTF-8"),
        new Bad("topic with U+0000", "30050002610000", 0x81, "U+0000"),
        new Bad("topic alias", "30070001610323" + "0001", 0x94, "alias"),
        new Bad("unknown property", "30060001610250" + "00", 0x81, "property 80"),
        new Bad("property of another packet", "30070001610321" + "0001", 0x82, "not allowed"),
        new Bad("property twice", "3008000161" + "0401000100", 0x82, "occurs twice"),
        new Bad("boolean of 2", "3006000161" + "020102", 0x82, "instead of 0 or 1"),
        new Bad("properties longer than packet", "3005000161" + "0901", 0x81, "ends inside"),
        new Bad("property cut", "3005000161" + "0102", 0x81, "ends inside MESSAGE_EXPIRY_S"),
        new Bad("property length too wide", "3005000161" + "8000", 0x81, "fewest bytes"),
        new Bad("receive maximum 0", "200600000321" + "0000", 0x82, "RECEIVE_MAXIMUM is 0"),
        new Bad("CONNACK flags", "2003020000", 0x81, "CONNACK flags"),
        new Bad("CONNACK without code", "200100", 0x81, "ends inside the reason code"),
        new Bad("PUBACK of one byte", "400100", 0x81, "packet identifier"),
        new Bad("SUBACK without codes", "9003000100", 0x82, "without a reason code"),
        new Bad("SUBSCRIBE without filters", "8203000100", 0x82, "without a topic filter"),
        new Bad("subscription QoS 3", "820700010000012303", 0x81, "options 3"),
        new Bad("version 4", "100e00044d5154540402003c00000162", 0x84, "version 4"),
        new Bad("another protocol", "100e00044d5154580502003c00000162", 0x84, "MQTX"),
        new Bad("reserved connect flag", "100e00044d5154540503003c00000162", 0x81, "reserved"),
        new Bad(
            "will QoS without will", "100e00044d515454050a003c00000162", 0x81, "without a will"),
        new Bad("client id cut", "100d00044d5154540502003c000009", 0x81, "client identifier"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void a_malformed_packet_is_refused_with_code_and_sentence(Bad bad) {
    byte[] bytes = HexFormat.of().parseHex(bad.bytes());
    for (int step : new int[] {bytes.length, 1}) {
      List<Packet> packets = new ArrayList<>();
      Malformed malformed = readInSteps(bytes, step, packets);
      assertThat(malformed).as("read in steps of " + step).isNotNull();
      assertThat(malformed.text()).contains(bad.words());
      assertThat(malformed.reasonCode()).isEqualTo(bad.reasonCode());
      assertThat(packets).isEmpty();
    }
  }

  @Test
  void a_packet_beyond_the_limit_is_refused_before_it_has_arrived() {
    byte[] bytes = write(Publish.atMostOnce("t", new byte[5_000]));
    PacketReader reader = new PacketReader(1_000);

    Malformed malformed = reader.read(bytes, 0, 3, _ -> true);

    assertThat(malformed).isNotNull();
    assertThat(malformed.reasonCode()).isEqualTo(ReasonCode.PACKET_TOO_LARGE);
    assertThat(malformed.text()).contains("exceeds the limit of 1000");
  }

  @Test
  void a_packet_of_exactly_the_limit_is_read() {
    byte[] bytes = write(Publish.atMostOnce("t", new byte[5_000]));
    List<Packet> read = new ArrayList<>();
    assertThat(new PacketReader(bytes.length).read(bytes, 0, bytes.length, read::add)).isNull();
    assertThat(read).hasSize(1);
  }

  @Test
  void of_an_incomplete_packet_only_what_arrived_is_kept() {
    PacketReader reader = new PacketReader(LIMIT);
    byte[] start = HexFormat.of().parseHex("30f0ff3f0001");
    assertThat(reader.read(start, 0, start.length, _ -> true)).isNull();
    assertThat(reader.heldBytes()).isEqualTo(start.length);
  }

  @Test
  void reading_stops_when_the_receiver_has_had_enough() {
    byte[] two = join(write(new Pingreq()), write(new Pingreq()));
    List<Packet> read = new ArrayList<>();
    PacketReader reader = new PacketReader(LIMIT);
    assertThat(
            reader.read(
                two,
                0,
                two.length,
                packet -> {
                  read.add(packet);
                  return false;
                }))
        .isNull();
    assertThat(read).hasSize(1);
  }

  @Test
  void random_bytes_are_judged_the_same_whole_and_in_crumbs() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(40)];
      random.nextBytes(bytes);
      bytes[0] = (byte) (random.nextInt(16) << 4 | (random.nextInt(4) == 0 ? 2 : 0));
      if (bytes.length > 1) {
        bytes[1] = (byte) Math.min(bytes.length - 2, 127);
      }
      List<Packet> whole = new ArrayList<>();
      List<Packet> crumbs = new ArrayList<>();
      Malformed atOnce = readInSteps(bytes, bytes.length, whole);
      Malformed byteByByte = readInSteps(bytes, 1, crumbs);
      assertThat(byteByByte).as("seed " + seed + " round " + round).isEqualTo(atOnce);
      assertThat(crumbs.stream().map(PacketCodecTest::hex).toList())
          .isEqualTo(whole.stream().map(PacketCodecTest::hex).toList());
    }
  }

  @Test
  void what_does_not_fit_the_format_leaves_nothing_behind() {
    WireBuffer out = new WireBuffer();
    PacketWriter.write(new Pingreq(), out);
    Packet tooLong = Publish.atMostOnce("t".repeat(70_000), new byte[0]);
    assertThatThrownBy(() -> PacketWriter.write(tooLong, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exceeds 65535");
    assertThat(out.toByteArray()).isEqualTo(write(new Pingreq()));
  }

  @Test
  void a_buffer_gives_back_what_was_written_in_any_portion() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    WireBuffer buffer = new WireBuffer();
    List<Byte> written = new ArrayList<>();
    List<Byte> taken = new ArrayList<>();
    for (int round = 0; round < 2_000; round++) {
      byte[] payload = new byte[random.nextInt(300)];
      random.nextBytes(payload);
      buffer.raw(payload);
      for (byte each : payload) {
        written.add(each);
      }
      ByteBuffer target = ByteBuffer.allocate(1 + random.nextInt(400));
      buffer.peekInto(target);
      int count = random.nextInt(target.position() + 1);
      for (int i = 0; i < count; i++) {
        taken.add(target.get(i));
      }
      buffer.take(count);
    }
    for (byte each : buffer.toByteArray()) {
      taken.add(each);
    }
    assertThat(taken).as("seed " + seed).isEqualTo(written);
  }

  private static @Nullable Malformed readInSteps(byte[] bytes, int step, List<Packet> packets) {
    PacketReader reader = new PacketReader(LIMIT);
    for (int at = 0; at < bytes.length; at += step) {
      int count = Math.min(step, bytes.length - at);
      Malformed malformed = reader.read(bytes, at, count, packets::add);
      if (malformed != null) {
        return malformed;
      }
    }
    return null;
  }

  private static List<Packet> read(byte[] bytes) {
    List<Packet> packets = new ArrayList<>();
    assertThat(readInSteps(bytes, bytes.length, packets)).isNull();
    return packets;
  }

  private static byte[] write(Packet packet) {
    WireBuffer out = new WireBuffer();
    PacketWriter.write(packet, out);
    return out.toByteArray();
  }

  private static String hex(Packet packet) {
    return HexFormat.of().formatHex(write(packet));
  }

  private static byte[] join(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
