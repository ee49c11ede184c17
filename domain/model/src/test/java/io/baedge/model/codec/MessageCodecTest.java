package io.baedge.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.Limits;
import io.baedge.model.Now;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Command;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Glass;
import io.baedge.model.message.HubStatus;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import io.baedge.model.wearer.WearerCard;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
  private static final long SEED = 20_240_813L;

  @Test
  void every_message_survives_cbor_and_json() {
    var generated = new Generated(random());
    for (int i = 0; i < 500; i++) {
      UpMessage up = generated.up();
      assertThat(MessageCodec.decodeUp(MessageCodec.encode(up)))
          .as("seed %d", SEED)
          .isEqualTo(ok(up));
      byte[] json = DocCodec.toJson(MessageCodec.toDoc(up)).getBytes(StandardCharsets.UTF_8);
      assertThat(MessageCodec.decodeUp(json)).as("seed %d", SEED).isEqualTo(ok(up));
      DownMessage down = generated.down();
      assertThat(MessageCodec.decodeDown(MessageCodec.encode(down))).isEqualTo(ok(down));
    }
  }

  @Test
  void the_bytes_of_version_1_never_change() {
    assertThat(hex(MessageCodec.encode(goldenStatus()))).isEqualTo(GOLDEN_STATUS);
    assertThat(hex(MessageCodec.encode(goldenTelemetry()))).isEqualTo(GOLDEN_TELEMETRY);
    assertThat(hex(MessageCodec.encode(goldenReported()))).isEqualTo(GOLDEN_REPORTED);
    assertThat(hex(MessageCodec.encode(goldenAck()))).isEqualTo(GOLDEN_ACK);
    assertThat(hex(MessageCodec.encode(goldenDesired(List.of())))).isEqualTo(GOLDEN_DESIRED);
    assertThat(hex(MessageCodec.encode(goldenDesired(goldenPlaylist()))))
        .isEqualTo(GOLDEN_DESIRED_WITH_PLAYLIST);
    assertThat(hex(MessageCodec.encode(new Command("c1", Command.Kind.IDENTIFY, 30_000))))
        .isEqualTo(GOLDEN_COMMAND);
    assertThat(new String(MessageCodec.encode(new HubStatus(true, 3)), StandardCharsets.UTF_8))
        .isEqualTo("{\"v\":1,\"is\":\"hub\",\"online\":true,\"generation\":3}");
  }

  @Test
  void a_batch_of_an_earlier_start_of_the_board_brings_no_anchor() {
    Telemetry golden = goldenTelemetry();
    var late = new Telemetry(2, 15, Telemetry.NO_ANCHOR, golden.samples());
    assertThat(hex(MessageCodec.encode(late))).isEqualTo(GOLDEN_TELEMETRY_OF_AN_OTHER_CLOCK);
    assertThat(MessageCodec.decodeUp(MessageCodec.encode(late))).isEqualTo(ok(late));
  }

  @Test
  void an_acknowledgement_may_tell_the_hubs_time() {
    Ack golden = goldenAck();
    var timed =
        new Ack(
            golden.generation(),
            golden.epoch(),
            golden.received(),
            golden.frameHash(),
            new Ack.HubTime(1_700_000_000_000L, 60_000));
    assertThat(hex(MessageCodec.encode(timed))).isEqualTo(GOLDEN_ACK_WITH_TIME);
    assertThat(MessageCodec.decodeDown(MessageCodec.encode(timed))).isEqualTo(ok(timed));
  }

  @Test
  void a_batch_can_say_what_will_never_come() {
    Telemetry golden = goldenTelemetry();
    var holes = new Telemetry(2, 15, 60_000, golden.samples(), SequenceRanges.EMPTY.with(18, 18));
    assertThat(hex(MessageCodec.encode(holes))).isEqualTo(GOLDEN_TELEMETRY_WITH_HOLES);
    assertThat(MessageCodec.decodeUp(MessageCodec.encode(holes))).isEqualTo(ok(holes));
  }

  @Test
  void an_acknowledgement_may_grant_a_pace_and_says_nothing_about_it_otherwise() {
    Ack bare = goldenAck();
    var granted =
        new Ack(
            bare.generation(),
            bare.epoch(),
            bare.received(),
            bare.frameHash(),
            Ack.HubTime.NONE,
            20);
    assertThat(hex(MessageCodec.encode(granted))).isEqualTo(GOLDEN_ACK_WITH_PACE);
    assertThat(MessageCodec.decodeDown(MessageCodec.encode(granted))).isEqualTo(ok(granted));
    assertThat(bare.pacePerS()).isZero();
  }

  @Test
  void unknown_fields_are_ignored() {
    Doc.Fields doc =
        MessageCodec.toDoc(goldenAck()).with("future", new Doc.Items(List.of(new Doc.Int(1))));
    assertThat(MessageCodec.decodeDown(DocCodec.toCbor(doc))).isEqualTo(ok(goldenAck()));
  }

  @Test
  void the_version_before_is_understood_and_the_next_one_is_refused_by_name() {
    Doc.Fields before = MessageCodec.toDoc(goldenAck()).with("v", new Doc.Int(0));
    assertThat(MessageCodec.decodeDown(DocCodec.toCbor(before))).isEqualTo(ok(goldenAck()));
    Doc.Fields next = MessageCodec.toDoc(goldenAck()).with("v", new Doc.Int(2));
    assertThat(MessageCodec.decodeDown(DocCodec.toCbor(next)))
        .isEqualTo(new Decoded.Malformed<>("v is 2; this side speaks 1 and 0"));
  }

  @Test
  void any_change_of_the_bytes_reads_as_a_message_or_as_malformed_but_never_throws() {
    RandomGenerator random = random();
    var generated = new Generated(random);
    int malformed = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = MessageCodec.encode(generated.up());
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      byte[] cut = java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      malformed += MessageCodec.decodeUp(cut) instanceof Decoded.Malformed ? 1 : 0;
      MessageCodec.decodeDown(bytes);
    }
    assertThat(malformed).as("seed %d", SEED).isGreaterThan(2_000);
  }

  @Test
  void too_long_and_empty_messages_are_refused_with_a_sentence() {
    assertThat(MessageCodec.decodeUp(new byte[Limits.MESSAGE_BYTES + 1]))
        .isEqualTo(
            new Decoded.Malformed<>("the message has 65537 bytes; at most 65536 are allowed"));
    assertThat(MessageCodec.decodeUp(new byte[0]))
        .isEqualTo(new Decoded.Malformed<>("the message is empty"));
  }

  @Test
  void a_field_beyond_its_bound_is_named() {
    byte[] json =
        ("{\"v\":1,\"is\":\"log\",\"epoch\":1,\"lines\":[{\"monoMs\":1,\"text\":\""
                + "x".repeat(301)
                + "\"}]}")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(MessageCodec.decodeUp(json))
        .isEqualTo(
            new Decoded.Malformed<>("lines[0].text has 301 characters; at most 300 are allowed"));
  }

  @Test
  void names_are_sorted_as_deterministic_cbor_wants_them() {
    Doc doc = Doc.fields().put("bb", 1).put("a", 2).put("aa", 3).put("", 4).build();
    assertThat(hex(DocCodec.toCbor(doc))).isEqualTo("a4600461610262616103626262" + "01");
  }

  private static Status goldenStatus() {
    return new Status(
        Status.Phase.ONLINE,
        4,
        new Now(60_000, 1_700_000_000_000L, true),
        new Status.StreamEnd(2, 17),
        15_000,
        Optional.of(
            new Status.Hello(
                1,
                List.of("frame"),
                new DeviceFacts(
                    "2in9b_V4", "linux", "arm64", "0.1.0", 512, "http://10.0.0.7:2343"))));
  }

  private static Telemetry goldenTelemetry() {
    return new Telemetry(
        2,
        15,
        60_000,
        List.of(
            new Sample(15, 50_000, new Reading.Power(87, 3_900, PowerSource.BATTERY)),
            new Sample(16, 55_000, new Reading.Radio(-61, 6, "hall-1")),
            new Sample(17, 58_000, new Reading.Board(Reading.UNKNOWN, 300, 9_000)),
            new Sample(19, 59_000, new Reading.Event("button", "1"))));
  }

  private static Reported goldenReported() {
    return new Reported(
        new Revision(1, 9),
        new FencingToken(3),
        Optional.empty(),
        new Reported.Order(2, 5, 60_000),
        new Glass("00ff", "wearer", Decider.PUSH, 59_000, 0, new byte[] {1, 2}),
        Doc.fields().put("screen", "wearer").build());
  }

  private static Desired goldenDesired(List<PlaylistEntry> playlist) {
    var card = new WearerCard(new WearerId("A0001"), "Ada Lovelace", "", "", "", "", "speaker");
    return new Desired(
        new Revision(3, 17),
        new FencingToken(5),
        Optional.of(new BadgeId("badge-7")),
        new DesiredState(
            Ownership.OWNED,
            Optional.of(card),
            new Conference("Edge Days", "", "Europe/Berlin"),
            new DesiredState.Shown("wearer", Optional.empty(), Optional.empty(), playlist),
            List.of(),
            Cadence.DEFAULT));
  }

  private static List<PlaylistEntry> goldenPlaylist() {
    return List.of(
        new PlaylistEntry("schedule", 0, 1_790_000_000_000L, 540, 1_080, 30, 7),
        PlaylistEntry.always("conference"));
  }

  private static Ack goldenAck() {
    return new Ack(1, 2, new Received(17, SequenceRanges.EMPTY.with(19, 20)), "00ff");
  }

  private static <T> Decoded<T> ok(T value) {
    return new Decoded.Ok<>(value);
  }

  private static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static final String GOLDEN_STATUS =
      "ab61760162697366737461747573646c617374116565706f6368026568656c6c6fa8626f7365"
          + "6c696e757864617263686561726d36346570616e656c6832696e39625f56346776657273696f"
          + "6e65302e312e30686c6f63616c55726c74687474703a2f2f31302e302e302e373a3233343368"
          + "6d656d6f72794d621902006870726f746f636f6c016c6361706162696c697469657381656672"
          + "616d65657068617365666f6e6c696e65666d6f6e6f4d7319ea606677616c6c4d731b0000018b"
          + "cfe568006a636f6e6e656374696f6e046a77616c6c53796e636564f56d6e657874436f6e7461"
          + "63744d73193a98";
  private static final String GOLDEN_TELEMETRY =
      "a66176016269736974656c656d65747279636c6f770f6565706f63680267636f6c756d6e7358"
          + "3101040e030101a08d06904ef02ed00f04ae01f83c010668616c6c2d31790c02ff887ad804d0"
          + "8c010306627574746f6e01316a73656e744d6f6e6f4d7319ea60";
  private static final String GOLDEN_TELEMETRY_WITH_HOLES =
      "a76176016269736974656c656d65747279636c6f770f64676f6e658212126565706f63680267"
          + "636f6c756d6e73583101040e030101a08d06904ef02ed00f04ae01f83c010668616c6c2d31790c"
          + "02ff887ad804d08c010306627574746f6e01316a73656e744d6f6e6f4d7319ea60";
  private static final String GOLDEN_TELEMETRY_OF_AN_OTHER_CLOCK =
      "a76176016269736974656c656d65747279636c6f770f6565706f63680267636f6c756d6e7358"
          + "3101040e030101a08d06904ef02ed00f04ae01f83c010668616c6c2d31790c02ff887ad804d0"
          + "8c010306627574746f6e01316a6f74686572436c6f636bf56a73656e744d6f6e6f4d7300";
  private static final String GOLDEN_REPORTED =
      "aa616e05617601626973687265706f727465646565706f63680265676c617373a66468617368"
          + "6430306666656672616d654201026673637265656e6677656172657267646563696465726470"
          + "7573686b73696e63654d6f6e6f4d7319e6786b756e74696c4d6f6e6f4d7300657374617465a1"
          + "6673637265656e6677656172657265746f6b656e03666d6f6e6f4d7319ea6068726576697369"
          + "6f6e096a67656e65726174696f6e01";
  private static final String GOLDEN_ACK =
      "a76176016269736361636b646d61726b116561626f76658213146565706f636802656672616d"
          + "6564303066666a67656e65726174696f6e01";
  private static final String GOLDEN_ACK_WITH_TIME =
      "a96176016269736361636b646d61726b116561626f76658213146565706f636802656672616d"
          + "656430306666656875624d731b0000018bcfe568006a6563686f4d6f6e6f4d7319ea606a6765"
          + "6e65726174696f6e01";
  private static final String GOLDEN_ACK_WITH_PACE =
      "a86176016269736361636b646d61726b116470616365146561626f76658213146565706f6368"
          + "02656672616d6564303066666a67656e65726174696f6e01";
  private static final String GOLDEN_COMMAND =
      "a561760162696462633162697367636f6d6d616e64646b696e64686964656e746966796b6578"
          + "7069726573496e4d73197530";

  private static final String GOLDEN_DESIRED =
      "a761760162697367646573697265646562616467656762616467652d37657374617465a6"
          + "6673637265656e6677656172657266776561726572a3636b6579654130303031646e616d"
          + "656c416461204c6f76656c61636564726f6c6567737065616b657267636164656e6365a4"
          + "6c6261636b6f66664361704d731927106d73616d706c6545766572794d731913886e636f"
          + "6e7461637445766572794d73193a98717265636f6e6e65637457696e646f774d73193138"
          + "6873657373696f6e7380696f776e657273686970656f776e65646a636f6e666572656e63"
          + "65a3646c696e6b60646e616d6569456467652044617973647a6f6e656d4575726f70652f"
          + "4265726c696e65746f6b656e05687265766973696f6e116a67656e65726174696f6e03";

  private static final String GOLDEN_DESIRED_WITH_PLAYLIST =
      "a761760162697367646573697265646562616467656762616467652d37657374617465a7"
          + "6673637265656e6677656172657266776561726572a3636b6579654130303031646e616d"
          + "656c416461204c6f76656c61636564726f6c6567737065616b657267636164656e6365a4"
          + "6c6261636b6f66664361704d731927106d73616d706c6545766572794d731913886e636f"
          + "6e7461637445766572794d73193a98717265636f6e6e65637457696e646f774d73193138"
          + "68706c61796c69737482a664746f4d731b000001a0c4506c006673637265656e68736368"
          + "6564756c6568746f4d696e7574651904386a666f724d696e75746573076a66726f6d4d69"
          + "6e75746519021c6c65766572794d696e75746573181ea16673637265656e6a636f6e6665"
          + "72656e63656873657373696f6e7380696f776e657273686970656f776e65646a636f6e66"
          + "6572656e6365a3646c696e6b60646e616d6569456467652044617973647a6f6e656d4575"
          + "726f70652f4265726c696e65746f6b656e05687265766973696f6e116a67656e65726174"
          + "696f6e03";
}
