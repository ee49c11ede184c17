package io.baedge.hubserver.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.hub.HubSettings;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.Write;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.model.codec.DesiredDoc;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.SiteId;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.hub.Receipt;
import io.baedge.mqtt.testing.Await;
import io.baedge.mqtt.wire.ReasonCode;
import io.baedge.screen.Frame;
import io.baedge.screen.FrameCodec;
import io.baedge.screen.Palette;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HubLoopTest {
  private static final DeviceId DEVICE = new DeviceId("abcdefghijklmnop");

  private final FakeTransport transport = new FakeTransport();
  private final SlowStore store = new SlowStore();
  private final HubMetrics metrics = new HubMetrics();
  private HubLoop loop;

  @BeforeEach
  void start() throws Exception {
    loop = new HubLoop(HubSettings.of(new SiteId("test")), store, transport, metrics);
    loop.start();
    // The hub's own first words are stored before a test begins to count.
    said(loop.ask("test", new Request.ShowSchedule()));
    await(() -> store.commits.get() >= 1);
  }

  @AfterEach
  void stop() {
    store.permits.release(1_000_000);
    loop.close();
    metrics.close();
  }

  @Test
  void a_message_is_accepted_only_after_it_is_stored() throws Exception {
    store.permits.drainPermits();
    CompletableFuture<Integer> answer = say(telemetry(1, 10));
    // A question after it is answered at once, so the hub has taken the message by now.
    said(loop.ask("test", new Request.ShowSchedule()));
    assertThat(answer).isNotDone();
    assertThat(transport.to(DEVICE, Ack.class)).isEmpty();
    store.permits.release(10);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(ReasonCode.SUCCESS);
    assertThat(store.chunks(DEVICE, 1)).hasSize(1);
    // The receipt is given just before the acknowledgement is sent, on another thread.
    Await.until("the acknowledgement", () -> !transport.to(DEVICE, Ack.class).isEmpty());
    assertThat(transport.to(DEVICE, Ack.class).getLast().received().contiguous()).isEqualTo(10);
  }

  @Test
  void what_waits_while_the_disk_is_slow_is_stored_in_one_transaction() throws Exception {
    store.permits.drainPermits();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    answers.add(say(telemetry(1, 1)));
    said(loop.ask("test", new Request.ShowSchedule()));
    int before = store.commits.get();
    for (int i = 2; i <= 200; i++) {
      answers.add(say(telemetry(i, i)));
    }
    said(loop.ask("test", new Request.ShowSchedule()));
    store.permits.release(1_000);
    for (CompletableFuture<Integer> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(ReasonCode.SUCCESS);
    }
    assertThat(store.commits.get() - before).isLessThan(20);
    assertThat(store.chunks(DEVICE, 1)).hasSize(200);
  }

  @Test
  void what_cannot_be_read_is_refused_and_counted() throws Exception {
    byte[] nonsense = "{\"v\":1,\"is\":\"telemetry\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(say(nonsense, UpKind.TELEMETRY).get(10, TimeUnit.SECONDS)).isGreaterThan(0x7f);
    byte[] elsewhere = MessageCodec.encode(telemetry(1, 3));
    assertThat(say(elsewhere, UpKind.STATUS).get(10, TimeUnit.SECONDS)).isGreaterThan(0x7f);
    assertThat(metrics.malformed.count()).isEqualTo(2);
    assertThat(metrics.scrape()).contains("baedge_hub_malformed_total 2.0");
  }

  @Test
  void a_picture_is_taken_only_under_its_own_hash() throws Exception {
    Frame mine = Frame.blank(8, 8, Palette.BW);
    Frame other = Frame.blank(16, 8, Palette.BW);
    byte[] wrong = MessageCodec.encode(report(1, other.hash(), FrameCodec.encode(mine)));
    assertThat(say(wrong, UpKind.REPORTED).get(10, TimeUnit.SECONDS)).isGreaterThan(0x7f);
    byte[] none = MessageCodec.encode(report(2, other.hash(), new byte[] {1, 2, 3}));
    assertThat(say(none, UpKind.REPORTED).get(10, TimeUnit.SECONDS)).isGreaterThan(0x7f);
    assertThat(store.frame(other.hash())).isEmpty();
    byte[] right = MessageCodec.encode(report(3, mine.hash(), FrameCodec.encode(mine)));
    assertThat(say(right, UpKind.REPORTED).get(10, TimeUnit.SECONDS)).isEqualTo(ReasonCode.SUCCESS);
    assertThat(store.frame(mine.hash())).isPresent();
  }

  private static Reported report(long n, String hash, byte[] frame) {
    return new Reported(
        Revision.NONE,
        FencingToken.NONE,
        Optional.empty(),
        new Reported.Order(1, n, 1_000),
        new Glass(hash, "wearer", Decider.DEFAULT, 1_000, 0, frame),
        DesiredDoc.write(DesiredState.UNCLAIMED));
  }

  @Test
  void a_change_is_answered_after_it_is_stored_and_shows_in_the_fleet() throws Exception {
    var changes = new CopyOnWriteArrayList<FleetChange>();
    try (HubAccess.Subscription _ = loop.subscribe(changes::add)) {
      store.permits.drainPermits();
      CompletableFuture<Outcome> answer = loop.ask("desk", create("badge-1"));
      said(loop.ask("test", new Request.ShowSchedule()));
      assertThat(answer).isNotDone();
      store.permits.release(100);
      assertThat(said(answer)).isInstanceOf(Outcome.Done.class);
    }
    await(() -> loop.fleet().badge(new BadgeId("badge-1")).isPresent());
    assertThat(changes)
        .anyMatch(
            change -> change instanceof FleetChange.Shown(var row) && row.key().equals("badge-1"));
    assertThat(loop.fleet().notes()).isNotEmpty();
  }

  @Test
  void after_a_failed_commit_the_hub_goes_on_from_its_store_and_nothing_is_lost() throws Exception {
    say(telemetry(1, 5)).get(10, TimeUnit.SECONDS);
    store.failures.set(2);
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 6; i <= 60; i++) {
      answers.add(say(telemetry(i, i)));
    }
    for (CompletableFuture<Integer> answer : answers) {
      assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(ReasonCode.SUCCESS);
    }
    assertThat(store.chunks(DEVICE, 1).stream().mapToLong(chunk -> chunk.span().count()).sum())
        .isEqualTo(60);
    assertThat(store.chunks(DEVICE, 1).stream().map(Write.Chunk::span).distinct()).hasSize(56);
    assertThat(loop.health().restarts()).isEqualTo(2);
    assertThat(loop.health().ready()).isTrue();
  }

  @Test
  void a_store_that_stays_broken_ends_the_hub_with_its_reason() throws Exception {
    store.failures.set(1_000);
    CompletableFuture<Outcome> change = loop.ask("desk", create("badge-1"));
    assertThat(loop.ended().get(30, TimeUnit.SECONDS)).isEqualTo("the disk is full");
    assertThat(said(change)).isInstanceOf(Outcome.Failed.class);
    assertThat(loop.health().live()).isFalse();
    assertThat(loop.health().sentence()).isEqualTo("the disk is full");
    assertThat(said(loop.ask("desk", create("badge-2")))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void a_hub_that_stops_stores_and_answers_what_it_has_taken() throws Exception {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      answers.add(say(telemetry(i, i)));
    }
    loop.close();
    assertThat(answers).allMatch(answer -> answer.getNow(-1) == ReasonCode.SUCCESS);
    assertThat(store.chunks(DEVICE, 1)).hasSize(500);
    assertThat(loop.ended().get(1, TimeUnit.SECONDS)).isEmpty();
    assertThat(said(loop.ask("desk", create("late")))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void a_listener_that_fails_does_not_harm_the_hub() throws Exception {
    loop.subscribe(
        change -> {
          throw new IllegalStateException("listener");
        });
    assertThat(said(loop.ask("desk", create("badge-1")))).isInstanceOf(Outcome.Done.class);
    await(() -> metrics.listenerFailures.count() > 0);
    assertThat(loop.health().ready()).isTrue();
  }

  private CompletableFuture<Integer> say(Telemetry message) {
    return say(MessageCodec.encode(message), UpKind.TELEMETRY);
  }

  private CompletableFuture<Integer> say(byte[] payload, UpKind topic) {
    var answer = new CompletableFuture<Integer>();
    loop.message(
        DEVICE,
        topic,
        payload,
        new Receipt() {
          @Override
          public void accept() {
            answer.complete(ReasonCode.SUCCESS);
          }

          @Override
          public void refuse(int reasonCode) {
            answer.complete(reasonCode);
          }
        });
    return answer;
  }

  private static Telemetry telemetry(long first, long last) {
    List<Sample> samples =
        LongStream.rangeClosed(first, last)
            .mapToObj(n -> new Sample(n, 1_000 * n, new Reading.Board(300, 100, 1_000)))
            .toList();
    return new Telemetry(1, 1, 1_000 * last, samples);
  }

  private static Request create(String badge) {
    return new Request.CreateBadges(
        List.of(
            new Request.NewBadge(
                new BadgeId(badge), List.of(), Optional.empty(), Optional.empty())));
  }

  private static Outcome said(CompletableFuture<Outcome> answer) throws Exception {
    return answer.get(10, TimeUnit.SECONDS);
  }

  private static void await(java.util.function.BooleanSupplier condition) throws Exception {
    long deadlineNs = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadlineNs);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
