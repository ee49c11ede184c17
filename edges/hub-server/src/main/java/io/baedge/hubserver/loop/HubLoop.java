package io.baedge.hubserver.loop;

import io.baedge.hub.HubEvent;
import io.baedge.hub.HubSettings;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.HubStore;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.MessageCodec;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.mqtt.UpKind;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.hub.PeerInfo;
import io.baedge.mqtt.hub.Receipt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs a hub: one thread owns its decisions, one commits; the transport and the web hand over and
 * go on. When the store refuses a transaction, the hub starts again from the store; after several
 * failures in a row it ends with a sentence.
 */
public final class HubLoop implements HubAccess, HubTransport.Listener, AutoCloseable {
  /** More letters than this from outside are turned away. */
  private static final int INBOX_BOUND = 65_536;

  private static final long STOP_MS = 10_000;

  private final Inbox inbox = new Inbox(INBOX_BOUND);
  private final HubMetrics metrics;
  private final Committer committer;
  private final HubThread hub;
  private final AtomicBoolean stopping = new AtomicBoolean();

  /**
   * Makes a loop that does not run yet.
   *
   * @param transport carries what the hub sends; it may start after this loop
   */
  public HubLoop(HubSettings settings, HubStore store, HubTransport transport, HubMetrics metrics) {
    this.metrics = metrics;
    this.committer = new Committer(store, inbox, metrics);
    this.hub = new HubThread(settings, inbox, committer, transport, metrics);
    metrics.gauge("baedge_hub_queue", "letters that wait for the hub", inbox, Inbox::size);
    metrics.gauge(
        "baedge_hub_commit_queue", "transactions that wait", committer, Committer::waiting);
  }

  /** Loads the store and begins; fails with one sentence when the store cannot be loaded. */
  public void start() throws HubStore.StoreFailed {
    committer.start();
    hub.start();
  }

  /** Completes when the hub has ended: empty when it was asked to, else the reason. */
  public CompletableFuture<String> ended() {
    return hub.ended();
  }

  @Override
  public CompletableFuture<Outcome> ask(String who, Request request) {
    var answer = new CompletableFuture<Outcome>();
    metrics.requests.increment();
    if (stopping.get() || hub.ended().isDone()) {
      answer.complete(new Outcome.Failed("the hub is stopping; ask again when it is back"));
    } else if (!inbox.offer(new Letter.Question(who, request, answer))) {
      metrics.turnedAway.increment();
      answer.complete(new Outcome.Failed("the hub is too busy; ask again"));
    }
    return answer;
  }

  @Override
  public FleetView fleet() {
    return hub.fleet();
  }

  @Override
  public Subscription subscribe(FleetListener listener) {
    return hub.subscribe(listener);
  }

  @Override
  public HubHealth health() {
    return hub.health(stopping.get());
  }

  @Override
  public void connected(DeviceId device, PeerInfo info) {
    inbox.post(new Letter.Connection(new HubEvent.DeviceConnected(device)));
  }

  @Override
  public void closed(DeviceId device, String reason) {
    inbox.post(new Letter.Connection(new HubEvent.DeviceClosed(device, reason)));
  }

  @Override
  public void message(DeviceId device, UpKind kind, byte[] payload, Receipt receipt) {
    Decoded<UpMessage> content =
        MessageCodec.decodeUp(payload).then(said -> fitting(said, kind)).then(PictureCheck::honest);
    count(content);
    if (!inbox.offer(new Letter.Message(device, content, receipt))) {
      // No answer: the carrier holds the device back, which sends the message again later.
      metrics.turnedAway.increment();
    }
  }

  /** Finishes what was taken, stores it, and ends. */
  @Override
  public void close() {
    if (stopping.getAndSet(true)) {
      return;
    }
    try {
      inbox.post(new Letter.Stop());
      hub.join(STOP_MS);
      committer.stop(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Decoded<UpMessage> fitting(UpMessage message, UpKind topic) {
    UpKind kind =
        switch (message) {
          case Status _ -> UpKind.STATUS;
          case Telemetry _ -> UpKind.TELEMETRY;
          case Reported _ -> UpKind.REPORTED;
          case DeviceLog _ -> UpKind.LOG;
        };
    return kind == topic
        ? new Decoded.Ok<>(message)
        : new Decoded.Malformed<>(
            "a " + kind.level() + " message came on the topic " + topic.level());
  }

  private void count(Decoded<UpMessage> content) {
    switch (content) {
      case Decoded.Malformed<UpMessage> _ -> metrics.malformed.increment();
      case Decoded.Ok<UpMessage>(Status _) -> metrics.status.increment();
      case Decoded.Ok<UpMessage>(Telemetry _) -> metrics.telemetry.increment();
      case Decoded.Ok<UpMessage>(Reported _) -> metrics.reported.increment();
      case Decoded.Ok<UpMessage>(DeviceLog _) -> metrics.log.increment();
    }
  }
}
