package io.baedge.hubserver.loop;

import io.baedge.hub.Hub;
import io.baedge.hub.HubEvent;
import io.baedge.hub.HubSettings;
import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.store.HubSnapshot;
import io.baedge.hub.store.HubStore;
import io.baedge.hubserver.metrics.HubMetrics;
import io.baedge.model.Now;
import io.baedge.model.codec.Decoded;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.UpMessage;
import io.baedge.mqtt.hub.HubTransport;
import io.baedge.mqtt.wire.ReasonCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that owns the hub's decisions. */
final class HubThread {
  private static final Logger LOG = LoggerFactory.getLogger(HubThread.class);
  private static final int LETTERS_AT_ONCE = 1_024;
  private static final long LOAD_S = 120;
  private static final long LONGEST_WAIT_MS = 1_000;

  /** So many failures without a good minute between them, and the hub gives up. */
  private static final int MOST_RESTARTS = 5;

  private static final long GOOD_MS = 60_000;

  /** Doubled with each failure. */
  private static final long RESTART_MS = 50;

  /** How long a hub that shall stop waits for what it has taken to be stored and answered. */
  private static final long DRAIN_MS = 5_000;

  private final HubSettings settings;
  private final Inbox inbox;
  private final Committer committer;
  private final HubMetrics metrics;
  private final FleetView fleet = new FleetView(nothing());
  private final OpenLetters open = new OpenLetters();
  private final Courier courier;
  private final Map<DeviceId, Integer> connections = new LinkedHashMap<>();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final Thread thread = Thread.ofPlatform().name("baedge-hub").unstarted(this::run);

  private Hub hub;
  private int incarnation;
  private int failures;
  private long lastFailureMonoMs;
  private long stopMonoMs = Long.MAX_VALUE;
  private volatile long generation;
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile boolean ready;
  private volatile String trouble = "the hub starts";

  HubThread(
      HubSettings settings,
      Inbox inbox,
      Committer committer,
      HubTransport transport,
      HubMetrics metrics) {
    this.settings = settings;
    this.inbox = inbox;
    this.committer = committer;
    this.metrics = metrics;
    this.courier = new Courier(transport, fleet, open, committer, metrics);
    this.hub = new Hub(settings, HubSnapshot.empty(0), now());
  }

  /** Loads, on the caller's thread, so that a broken store is known before anything listens. */
  void start() throws HubStore.StoreFailed {
    begin(load());
    thread.start();
  }

  FleetView fleet() {
    return fleet;
  }

  HubAccess.Subscription subscribe(FleetListener listener) {
    return courier.subscribe(listener);
  }

  CompletableFuture<String> ended() {
    return ended;
  }

  HubHealth health(boolean stopping) {
    boolean live = !ended.isDone();
    boolean takes = live && ready && !stopping;
    String sentence = takes ? "ready" : stopping ? "the hub is stopping" : trouble;
    return new HubHealth(live, takes, sentence, generation, inbox.size(), restarts.get());
  }

  void join(long waitMs) throws InterruptedException {
    thread.join(waitMs);
  }

  private void run() {
    List<Letter> letters = new ArrayList<>(LETTERS_AT_ONCE);
    try {
      while (!ended.isDone()) {
        long untilMs = Math.min(hub.nextDeadlineMonoMs(), stopMonoMs);
        long waitMs = Math.clamp(untilMs - now().monoMs(), 0, LONGEST_WAIT_MS);
        letters.clear();
        inbox.take(letters, LETTERS_AT_ONCE, waitMs);
        for (Letter letter : letters) {
          read(letter);
        }
        long nowMs = now().monoMs();
        if (hub.nextDeadlineMonoMs() <= nowMs) {
          decide(new HubEvent.Tick(), null);
        }
        if (stopMonoMs != Long.MAX_VALUE && (open.size() == 0 || nowMs >= stopMonoMs)) {
          end("");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end("the hub was interrupted");
    } catch (RuntimeException e) {
      LOG.error("the hub failed", e);
      end("the hub failed: " + e);
    }
  }

  private void read(Letter letter) throws InterruptedException {
    switch (letter) {
      case Letter.Connection(HubEvent event) -> {
        count(event);
        decide(event, null);
      }
      case Letter.Message message -> hear(message);
      case Letter.Question question ->
          decide(new HubEvent.Asked(open.add(question), question.who(), question.request()), null);
      case Letter.Stored(int of, long tx) -> {
        if (of == incarnation) {
          decide(new HubEvent.Committed(tx), null);
        }
      }
      case Letter.NotStored(int of, long tx, String reason) -> {
        if (of == incarnation) {
          decide(new HubEvent.CommitFailed(tx, reason), null);
          restart(reason);
        }
      }
      case Letter.Stop _ -> stopMonoMs = now().monoMs() + DRAIN_MS;
    }
  }

  private void hear(Letter.Message message) throws InterruptedException {
    long ticket = open.add(message);
    HubEvent event =
        switch (message.content()) {
          case Decoded.Ok<UpMessage>(UpMessage content) ->
              new HubEvent.Heard(message.device(), content, ticket);
          case Decoded.Malformed<UpMessage>(String reason) ->
              new HubEvent.Malformed(message.device(), reason, ticket);
        };
    decide(event, ticket);
  }

  private void decide(HubEvent event, @Nullable Long ticket) throws InterruptedException {
    try {
      courier.carryOut(incarnation, hub.on(event, now()));
    } catch (RuntimeException e) {
      // A defect: its state may be half changed. Without the message that showed it, start again.
      LOG.error("the hub failed on {}", event.getClass().getSimpleName(), e);
      if (ticket != null) {
        open.refuse(ticket, ReasonCode.IMPLEMENTATION_ERROR);
      }
      restart("the hub failed: " + e);
    }
  }

  private void count(HubEvent event) {
    switch (event) {
      case HubEvent.DeviceConnected(DeviceId device) -> connections.merge(device, 1, Integer::sum);
      case HubEvent.DeviceClosed(DeviceId device, String _) ->
          connections.computeIfPresent(device, (_, n) -> n == 1 ? null : n - 1);
      case HubEvent.Heard _,
          HubEvent.Malformed _,
          HubEvent.Committed _,
          HubEvent.CommitFailed _,
          HubEvent.Asked _,
          HubEvent.Tick _ -> {
        // Not about connections.
      }
    }
  }

  /** Crash-only: whatever was decided and not stored is forgotten, and decided again. */
  private void restart(String reason) throws InterruptedException {
    ready = false;
    trouble = reason;
    long monoMs = now().monoMs();
    failures = monoMs - lastFailureMonoMs > GOOD_MS ? 1 : failures + 1;
    lastFailureMonoMs = monoMs;
    open.failQuestions(reason);
    if (failures > MOST_RESTARTS) {
      end(reason);
      return;
    }
    LOG.warn("the hub goes on from its store, try {} of {}: {}", failures, MOST_RESTARTS, reason);
    TimeUnit.MILLISECONDS.sleep(RESTART_MS << failures);
    incarnation++;
    restarts.incrementAndGet();
    metrics.restarts.increment();
    List<Letter.Message> unanswered = open.takeMessages();
    try {
      begin(load());
    } catch (HubStore.StoreFailed e) {
      unanswered.forEach(open::add);
      restart(String.valueOf(e.getMessage()));
      return;
    }
    courier.tell(new FleetChange.Restarted());
    for (Map.Entry<DeviceId, Integer> device : connections.entrySet()) {
      for (int i = 0; i < device.getValue(); i++) {
        decide(new HubEvent.DeviceConnected(device.getKey()), null);
      }
    }
    for (Letter.Message message : unanswered) {
      if (!ended.isDone()) {
        hear(message);
      }
    }
  }

  private void begin(HubSnapshot snapshot) {
    fleet.clear();
    generation = snapshot.generation();
    Now now = now();
    hub = new Hub(settings, snapshot, now);
    courier.carryOut(incarnation, hub.on(new HubEvent.Tick(), now));
    ready = true;
    trouble = "";
  }

  private HubSnapshot load() throws HubStore.StoreFailed {
    try {
      return committer.load().get(LOAD_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HubStore.StoreFailed failed) {
        throw failed;
      }
      throw new HubStore.StoreFailed("the store cannot be loaded: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new HubStore.StoreFailed("the store did not load within " + LOAD_S + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HubStore.StoreFailed("interrupted while loading the store", e);
    }
  }

  private void end(String reason) {
    ready = false;
    trouble = reason.isEmpty() ? "the hub has stopped" : reason;
    open.failQuestions(trouble);
    ended.complete(reason);
  }

  private static Now now() {
    return Now.synced(System.nanoTime() / 1_000_000, System.currentTimeMillis());
  }

  private static FleetCounts nothing() {
    return new FleetCounts(
        0,
        0,
        new FleetCounts.Sizes(0, 0, 0, 0, 0),
        new TreeMap<>(),
        new FleetCounts.Screens(0, 0),
        new FleetCounts.Samples(0, 0, 0, 0, 0),
        new FleetCounts.Trouble(0, 0, 0, false));
  }
}
