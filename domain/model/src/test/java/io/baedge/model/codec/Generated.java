package io.baedge.model.codec;

import io.baedge.model.Limits;
import io.baedge.model.Now;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
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
import io.baedge.model.message.DeviceLog;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Glass;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes valid messages from a seed. */
final class Generated {
  private static final String LETTERS = "abc ÄßΩжя漢字עبㅎ🙂-/'\"\\\n";

  private final RandomGenerator random;

  Generated(RandomGenerator random) {
    this.random = random;
  }

  UpMessage up() {
    return switch (random.nextInt(4)) {
      case 0 -> status();
      case 1 -> new Telemetry(number(), number(), number(), samples(), ranges(30));
      case 2 -> reported();
      default -> new DeviceLog(number(), number(), lines());
    };
  }

  DownMessage down() {
    return switch (random.nextInt(3)) {
      case 0 -> new Desired(revision(), token(), maybe(new BadgeId("b-7")), desired());
      case 1 -> new Command(text(40), one(Command.Kind.values()), number());
      default ->
          new Ack(
              number(),
              number(),
              new Received(7, ranges(9)),
              text(20),
              hubTime(),
              pace(),
              random.nextBoolean() ? 0 : 1 + number());
    };
  }

  private int pace() {
    return random.nextBoolean() ? 0 : 1 + random.nextInt(Limits.PACE_PER_S);
  }

  List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    long sequence = 0;
    long mono = random.nextLong(1L << 40);
    int count = random.nextInt(257);
    for (int i = 0; i < count; i++) {
      sequence += random.nextInt(5) == 0 ? 1 + random.nextInt(1000) : 1;
      mono += random.nextInt(100_000) - 1000;
      samples.add(new Sample(sequence, mono, reading()));
    }
    return samples;
  }

  private Reading reading() {
    return switch (random.nextInt(4)) {
      case 0 -> new Reading.Power(known(100), known(4200), one(PowerSource.values()));
      case 1 -> new Reading.Radio(known(-90), known(13), "ap-" + random.nextInt(4));
      case 2 -> new Reading.Board(known(900), known(512), known(32_000));
      default -> new Reading.Event(text(20), text(60));
    };
  }

  private Status status() {
    var hello =
        new Status.Hello(
            1, List.of("a", text(9)), new DeviceFacts("2in9_V2", "linux", "arm64", "1", 512, ""));
    return new Status(
        one(Status.Phase.values()),
        number(),
        new Now(number(), -number(), random.nextBoolean()),
        new Status.StreamEnd(number(), number()),
        number(),
        maybe(hello));
  }

  private Reported reported() {
    byte[] frame = new byte[random.nextInt(40)];
    random.nextBytes(frame);
    return new Reported(
        revision(),
        token(),
        maybe(new Reported.Refusal(revision(), text(30))),
        new Reported.Order(number(), number(), number()),
        new Glass(text(16), text(9), one(Decider.values()), number(), number(), frame),
        Doc.fields().put("x", text(9)).put("y", number()).put("z", List.of(Doc.Null.NULL)).build());
  }

  DesiredState desired() {
    return new DesiredState(
        one(Ownership.values()),
        maybe(
            new WearerCard(
                new WearerId("k" + number()), text(50), text(9), "", text(9), text(9), "crew")),
        new Conference(text(9), text(9), "Europe/Berlin"),
        new DesiredState.Shown(
            "wearer",
            maybe(new Push("schedule", random.nextInt(1 << 30))),
            maybe(new Announcement("a1", text(9), text(99), random.nextInt(1 << 30))),
            playlist()),
        List.of(new Session("Hall", text(30), text(9), 1000, 2000)),
        new Cadence(1000 + random.nextInt(99), 15_000, 10_000, random.nextInt(99)));
  }

  private List<PlaylistEntry> playlist() {
    return switch (random.nextInt(3)) {
      case 0 -> List.of();
      case 1 -> List.of(PlaylistEntry.always("schedule"));
      default ->
          List.of(
              new PlaylistEntry("schedule", 5, 1_000 + random.nextInt(99), 540, 1_080, 30, 7),
              new PlaylistEntry("conference", 0, 0, 1_200, 60, 0, 5));
    };
  }

  private List<DeviceLog.Line> lines() {
    return List.of(new DeviceLog.Line(number(), one(DeviceLog.Level.values()), text(80)));
  }

  private SequenceRanges ranges(long from) {
    SequenceRanges ranges = SequenceRanges.EMPTY;
    for (int i = random.nextInt(5); i > 0; i--) {
      long first = from + random.nextInt(200);
      ranges = ranges.with(first, first + random.nextInt(9));
    }
    return ranges;
  }

  private Revision revision() {
    return new Revision(random.nextInt(4), number());
  }

  private FencingToken token() {
    return new FencingToken(number());
  }

  private long number() {
    return random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63);
  }

  private int known(int limit) {
    int size = Math.abs(limit) + 1;
    return random.nextInt(6) == 0 ? Reading.UNKNOWN : Integer.signum(limit) * random.nextInt(size);
  }

  private String text(int most) {
    var text = new StringBuilder();
    int count = random.nextInt(most);
    int[] letters = LETTERS.codePoints().toArray();
    while (text.length() < count - 1) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private <T> T one(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }

  private Ack.HubTime hubTime() {
    return random.nextBoolean()
        ? Ack.HubTime.NONE
        : new Ack.HubTime(1 + random.nextLong(4_000_000_000_000L), number());
  }
}
