package io.baedge.badgelinux;

import io.baedge.badge.Badge;
import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.BadgeView;
import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.screen.ScreenView;
import io.baedge.badge.uplink.Way;
import io.baedge.badgelinux.button.Press;
import io.baedge.badgelinux.card.Card;
import io.baedge.badgelinux.clock.BootClock;
import io.baedge.badgelinux.dbus.NetworkManager.AccessPoint;
import io.baedge.badgelinux.dbus.WifiWatch;
import io.baedge.badgelinux.gauge.GaugeWatch;
import io.baedge.badgelinux.sensor.Board;
import io.baedge.badgelinux.value.ValueReader;
import io.baedge.badgelinux.work.WorkRunner;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.telemetry.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that owns the badge. Everything else tells it events through a bounded queue; it
 * carries the badge's effects to the parts of this process.
 */
final class BadgeLoop {
  private static final int QUEUE = 1_024;
  private static final long LONGEST_NAP_MS = 5_000;
  private static final long LOCAL_LIMIT_MS = 20_000;

  private final Badge badge;
  private final BootClock clock;
  private final Parts parts;
  private final BlockingQueue<BadgeEvent> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final Map<Long, CompletableFuture<LocalAnswer>> asked = new ConcurrentHashMap<>();
  private final Thread thread = Thread.ofPlatform().name("badge").unstarted(this::run);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile BadgeView view;
  private volatile boolean stopping;
  private volatile long wakesInMs = -1;
  private volatile String failure = "";

  // Touched by the badge's thread only.
  private final ArrayDeque<BadgeEvent> followUps = new ArrayDeque<>();
  private long linkLookedAtMs = Long.MIN_VALUE / 2;
  private boolean linkUp = true;
  private @Nullable List<Way.Seen> networks;
  private String cardProblem = "";

  /** Where effects go. */
  record Parts(
      Card card,
      Surroundings around,
      HubUplink uplink,
      Screens screens,
      WorkRunner work,
      ValueReader values,
      DeviceLogOut log) {}

  /**
   * What the badge feels of the board.
   *
   * @param naps powers the board down
   */
  record Surroundings(Board board, GaugeWatch gauge, WifiWatch wifi, Naps naps) {}

  /** Powers the board down until an alarm. */
  interface Naps {
    /**
     * Begins.
     *
     * @return whether this process ends the board itself, as an emulated one does
     */
    boolean begin(long wakeInMs, Consumer<String> impossible);
  }

  BadgeLoop(Badge badge, BootClock clock, Parts parts) {
    this.badge = badge;
    this.clock = clock;
    this.parts = parts;
    this.view = badge.view(clock.now());
  }

  /** Starts, and returns when the badge has taken up what it remembered. */
  void start() {
    tellCardProblem();
    thread.start();
    try {
      begun.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The badge as it was after the last event. */
  BadgeView view() {
    return view;
  }

  /** Events that found the queue full; the parts that sent them try again by themselves. */
  long refusedEvents() {
    return refused.get();
  }

  /** Tells the badge; dropped and counted when the queue is full. */
  void tell(BadgeEvent event) {
    if (!queue.offer(event)) {
      refused.incrementAndGet();
    }
  }

  /** Tells the badge what nobody says a second time: waits while the queue is full. */
  private void deliver(BadgeEvent event) {
    try {
      while (!stopping && !queue.offer(event, LONGEST_NAP_MS, TimeUnit.MILLISECONDS)) {
        refused.incrementAndGet();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does what somebody at the badge wants. */
  LocalAnswer ask(LocalCommand command) throws InterruptedException {
    long number = requests.incrementAndGet();
    var answer = new CompletableFuture<LocalAnswer>();
    asked.put(number, answer);
    try {
      if (!queue.offer(new BadgeEvent.LocalRequest(number, command))) {
        refused.incrementAndGet();
        return new LocalAnswer.Rejected("the badge is too busy; try again in a moment");
      }
      return answer.get(LOCAL_LIMIT_MS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new LocalAnswer.PanelBroken(
          "no picture within " + LOCAL_LIMIT_MS / 1_000 + " s; see /v1/status/screen");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      asked.remove(number);
    }
  }

  /** Somebody pressed a key; nobody waits for an answer. */
  void pressed(Press press) {
    var command = new LocalCommand.ButtonPressed(press.number(), press.held());
    tell(new BadgeEvent.LocalRequest(requests.incrementAndGet(), command));
  }

  /** Lets the badge say good-bye, forces what is to be kept, and ends the thread. */
  void stop(long limitMs) {
    stopping = true;
    tell(new BadgeEvent.Tick()); // ends its nap; a full queue means that it does not nap
    try {
      thread.join(limitMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  /** Ends the workloads and what still asks for values; units of systemd go on. */
  void endWork() {
    parts.values().close();
    parts.work().close();
  }

  /** Waits for the end; why it came, empty when it was asked for. */
  Optional<String> awaitEnd() throws InterruptedException {
    ended.await();
    return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
  }

  /** When the board is to start again, from its end on; empty when it is not to. */
  OptionalLong wakesInMs() {
    return wakesInMs < 0 ? OptionalLong.empty() : OptionalLong.of(wakesInMs);
  }

  boolean endedInOrder() {
    return ended.getCount() == 0 && failure.isEmpty();
  }

  private void run() {
    try {
      step(new BadgeEvent.Started(clock.boot()));
      begun.countDown();
      while (!stopping) {
        turn();
      }
      // What has happened already still counts, for example that the panel has settled.
      List<BadgeEvent> rest = new ArrayList<>();
      queue.drainTo(rest);
      rest.forEach(this::step);
      step(new BadgeEvent.Stopping());
    } catch (InterruptedException e) {
      // Asked to end at once.
    } catch (RuntimeException | Error e) {
      // A badge that goes on after a mistake of its own would show a lie; its starter begins anew.
      failure = "the badge stopped by a mistake of its own: " + e;
    } finally {
      begun.countDown();
      ended.countDown();
    }
  }

  private void turn() throws InterruptedException {
    long napMs = Math.clamp(badge.nextDeadlineMonoMs() - clock.now().monoMs(), 0, LONGEST_NAP_MS);
    BadgeEvent event = queue.poll(napMs, TimeUnit.MILLISECONDS);
    if (event != null) {
      step(event);
    }
    if (badge.nextDeadlineMonoMs() <= clock.now().monoMs()) {
      step(new BadgeEvent.Tick());
    }
    lookAtLink();
    // The ages in it grow even when nothing happens.
    view = badge.view(clock.now());
  }

  /** One event and what follows from it at once, in the order in which the badge said it. */
  private void step(BadgeEvent first) {
    BadgeEvent event = first;
    while (event != null) {
      for (BadgeEffect effect : badge.on(event, clock.now())) {
        carryOut(effect);
      }
      event = followUps.poll();
    }
    view = badge.view(clock.now());
  }

  private void carryOut(BadgeEffect effect) {
    switch (effect) {
      case BadgeEffect.Sense _ -> sense();
      case BadgeEffect.Connect connect -> parts.uplink().connect(connect, this::tell);
      case BadgeEffect.Disconnect disconnect -> parts.uplink().disconnect(disconnect.last());
      case BadgeEffect.Publish publish -> parts.uplink().publish(publish, this::tell);
      case BadgeEffect.Compose compose -> parts.screens().compose(compose, this::tell);
      case BadgeEffect.Refresh refresh -> parts.screens().refresh(refresh, this::tell);
      case BadgeEffect.Save save -> {
        parts.card().save(save.name(), save.bytes());
        tellCardProblem();
      }
      case BadgeEffect.Keep keep -> keep(keep);
      case BadgeEffect.Fetch fetch -> followUps.addAll(parts.card().records().fetch(fetch));
      case BadgeEffect.Acknowledged ack ->
          parts
              .card()
              .records()
              .acknowledged(ack)
              .ifPresent(reason -> parts.log().line(DeviceLog.Level.WARNING, reason));
      case BadgeEffect.Answer(long request, LocalAnswer answer) -> {
        CompletableFuture<LocalAnswer> waiting = asked.remove(request);
        if (waiting != null) {
          waiting.complete(answer);
        }
      }
      case BadgeEffect.AskValue ask -> parts.values().ask(ask, this::tell);
      case BadgeEffect.StartWork(String name, long run) ->
          parts.work().start(name, run, this::deliver);
      case BadgeEffect.StopWork(String name, long run) ->
          parts.work().stop(name, run, this::deliver);
      case BadgeEffect.Join(String network) -> parts.around().wifi().join(network);
      case BadgeEffect.Log(var level, String text) -> parts.log().line(level, text);
      case BadgeEffect.Relay _ -> {
        // No board has a radio that hears neighbours, so nobody has asked.
      }
      case BadgeEffect.BeginAnew(long usedEpoch) -> {
        // A panel in the middle of a picture finishes it; the badge asks again in a minute.
        if (parts.card().used(usedEpoch)
            && badge.view(clock.now()).screen().work() != ScreenView.Work.REFRESHING) {
          wakesInMs = 0;
          stopping = true;
        }
        tellCardProblem();
      }
      case BadgeEffect.PowerDown(long wakeInMs) -> {
        boolean here =
            parts
                .around()
                .naps()
                .begin(wakeInMs, reason -> deliver(new BadgeEvent.PowerDownFailed(reason)));
        if (here) {
          wakesInMs = wakeInMs;
          stopping = true;
        }
      }
    }
  }

  /** Battery first: the radio waits for it. What is waited for comes as a reading of its own. */
  private void sense() {
    List<Reading> readings = new ArrayList<>();
    parts.around().gauge().read(this::tellPower).ifPresent(readings::add);
    Optional<AccessPoint> point = parts.around().wifi().accessPoint();
    for (Reading reading : parts.around().board().readings()) {
      readings.add(
          reading instanceof Reading.Radio(int rssiDbm, int _, String _) && point.isPresent()
              ? new Reading.Radio(rssiDbm, channel(point.get()), point.get().bssid())
              : reading);
    }
    followUps.add(new BadgeEvent.Sensed(readings));
  }

  private static int channel(AccessPoint point) {
    return point.channel() == 0 ? Reading.UNKNOWN : point.channel();
  }

  private void tellPower(Reading.Power reading) {
    tell(new BadgeEvent.Sensed(List.of(reading)));
  }

  private void keep(BadgeEffect.Keep keep) {
    followUps.addAll(parts.card().records().keep(keep, clock.now().monoMs()));
  }

  private void tellCardProblem() {
    String problem = parts.card().problem();
    if (!problem.isEmpty() && !problem.equals(cardProblem)) {
      parts.log().line(DeviceLog.Level.ERROR, problem);
    }
    cardProblem = problem;
  }

  /** A badge starts as if its link were up, so the first look tells only that it is down. */
  private void lookAtLink() {
    long nowMs = clock.now().monoMs();
    if (nowMs - linkLookedAtMs < LONGEST_NAP_MS) {
      return;
    }
    linkLookedAtMs = nowMs;
    boolean up = parts.uplink().withinThisMachine() || parts.around().board().linkUp();
    if (up != linkUp) {
      linkUp = up;
      step(new BadgeEvent.LinkChanged(up, ""));
    }
    if (parts.uplink().choosy()) {
      List<Way.Seen> seen = parts.around().board().networks();
      if (!seen.equals(networks)) {
        networks = seen;
        step(new BadgeEvent.NetworksChanged(seen));
      }
    }
  }
}
