package io.baedge.hubserver.store;

import io.baedge.hub.request.Scope;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.model.codec.SampleColumns;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Decider;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row of every kind, and chunks, for tests of stores. */
final class Rows {
  static final DeviceId DEVICE = device(1);
  static final BadgeId BADGE = new BadgeId("b-1");
  static final long WALL_MS = 1_770_000_000_000L;

  private Rows() {}

  static DeviceId device(int number) {
    return DeviceId.ofPublicKey(new byte[] {(byte) number, (byte) (number >> 8)});
  }

  static List<Write.Row> oneOfEach() {
    var revision = new Revision(7, 42);
    return List.of(
        new Write.Device(
            DEVICE,
            new DeviceFacts("2in9_V2", "linux", "arm64", "0.1.0", 427, "http://10.0.0.1:2343/"),
            1,
            List.of("qr", "буквы"),
            WALL_MS),
        new Write.Contact(DEVICE, Status.Phase.ASLEEP, 12, WALL_MS + 1, WALL_MS + 2),
        new Write.Badge(BADGE, List.of("crew", "blue \"team\""), WALL_MS, 0),
        new Write.Binding(
            new FencingToken(5), BADGE, DEVICE, WALL_MS, 0, Write.Binding.Ending.OPEN),
        new Write.Wearing(6, BADGE, new WearerId("T1"), WALL_MS, 0),
        new Write.Person(
            new WearerCard(
                new WearerId("T1"),
                "山田太郎 𝔸 ❤️",
                "Титул",
                "Ελλάδα'; --",
                "@x",
                "https://x",
                "crew"),
            WALL_MS),
        new Write.Layer(
            new Scope.Group("crew"),
            Doc.fields()
                .put("shown", Doc.fields().put("screen", "schedule").build())
                .put("gone", Doc.Null.NULL)
                .build(),
            revision,
            "desk",
            WALL_MS),
        new Write.Pushed(Optional.empty(), Optional.of(new Push("baedge", 0)), revision),
        new Write.Pushed(Optional.of(BADGE), Optional.empty(), revision),
        new Write.Announced(
            new Announcement("a1", "Fire", "Leave the hall", WALL_MS), Scope.SITE, revision, false),
        new Write.Schedule(
            new Conference("Camp", "https://camp", "Europe/Berlin"),
            List.of(new Session("Hall", "Keynote", "Ada", WALL_MS, WALL_MS + 1)),
            revision),
        twin(3),
        new Write.Marks(
            DEVICE, 9, new Received(100, SequenceRanges.EMPTY.with(105, 110).with(120, 120))),
        new Write.Marks(DEVICE, 10, new Received(3, SequenceRanges.EMPTY)),
        new Write.Counters(42, 6));
  }

  static Write.Twin twin(long order) {
    return new Write.Twin(
        DEVICE,
        new Reported(
            new Revision(7, 41),
            new FencingToken(5),
            Optional.of(new Reported.Refusal(new Revision(7, 42), "no such screen")),
            new Reported.Order(9, order, 1_234),
            new Glass("abc", "wearer", Decider.LOCAL, 1_000, 2_000, new byte[0]),
            Doc.fields().put("local", Doc.fields().put("screen", "baedge").build()).build()),
        WALL_MS);
  }

  static HubNote note(int number, Optional<BadgeId> badge) {
    return new HubNote(
        WALL_MS + number,
        HubNote.Kind.DESIRED,
        badge,
        Optional.of(DEVICE),
        "desk",
        "note " + number);
  }

  /** A chunk of steady samples, five seconds apart, received when the last one was taken. */
  static Write.Chunk chunk(DeviceId device, long epoch, long first, int count) {
    return chunk(device, epoch, first, count, 0);
  }

  /** The same of an epoch that began that much later. */
  static Write.Chunk chunk(DeviceId device, long epoch, long first, int count, long laterMs) {
    List<Sample> samples = samples(first, count);
    long sentMonoMs = samples.getLast().monoMs();
    return chunk(
        device, epoch, samples, new Write.Chunk.Anchor(WALL_MS + laterMs + sentMonoMs, sentMonoMs));
  }

  /** A chunk that another start of the board handed in. */
  static Write.Chunk lateChunk(long epoch, long first, int count, long laterMs) {
    return chunk(
        DEVICE,
        epoch,
        samples(first, count),
        new Write.Chunk.Anchor(WALL_MS + laterMs + 9_000, Telemetry.NO_ANCHOR));
  }

  private static List<Sample> samples(long first, int count) {
    List<Sample> samples = new ArrayList<>();
    for (long sequence = first; sequence < first + count; sequence++) {
      samples.add(sample(sequence));
    }
    return samples;
  }

  static Write.Chunk chunk(DeviceId device, long epoch, List<Sample> samples) {
    long sentMonoMs = samples.getLast().monoMs();
    return chunk(device, epoch, samples, new Write.Chunk.Anchor(WALL_MS + sentMonoMs, sentMonoMs));
  }

  private static Write.Chunk chunk(
      DeviceId device, long epoch, List<Sample> samples, Write.Chunk.Anchor anchor) {
    return new Write.Chunk(
        device.partition(),
        device,
        epoch,
        new Write.Chunk.Span(
            samples.getFirst().sequence(), samples.getLast().sequence(), samples.size()),
        anchor,
        SampleColumns.encode(samples));
  }

  static Sample sample(long sequence) {
    long monoMs = sequence * 5_000 + sequence % 7;
    int step = (int) (sequence / 3);
    Reading reading =
        switch ((int) (sequence % 3)) {
          case 0 -> new Reading.Power(95 - step / 40 % 90, 4_100 - step % 60, PowerSource.BATTERY);
          case 1 ->
              new Reading.Radio(-60 - step % 9, 6, step % 100 < 50 ? "ap-hall-1" : "ap-hall-2");
          default -> new Reading.Board(385 + step % 11, 210 - step % 5, 12_000);
        };
    return new Sample(sequence, monoMs, reading);
  }
}
