package io.baedge.badgelinux;

import io.baedge.badge.Badge;
import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.BadgeView;
import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badgelinux.card.Card;
import io.baedge.badgelinux.clock.BootClock;
import io.baedge.badgelinux.sensor.Board;
import io.baedge.model.telemetry.Sample;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one thread that owns the badge. Everything else tells it events through a bounded queue; it
 * carries the badge's effects to the parts of this process.
 */
final class BadgeLoop {
  private static final int QUEUE = 1_024;
  private static final long LONGEST_NAP_MS = 1_000;
  private static final long LINK_LOOK_EVERY_MS = 5_000;
  private static final long LOCAL_LIMIT_MS = 20_000;

  private final Badge badge;
  private final BootClock clock;
  private final Parts parts;
  private final BlockingQueue<BadgeEvent> queue = new ArrayBlockingQueue<>(QUEUE);
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final Map<Long, CompletableFuture<LocalAnswer>> asked = new ConcurrentHashMap<>();
  private final Thread thread = Thread.ofPlatform().name("badge").unstarted(this::run);
  private volatile BadgeView view;
  private volatile boolean stopping;
  private long linkLookedAtMs = Long.MIN_VALUE / 2;
  private boolean linkUp = true;

  /** Where effects go. */
  record Parts(Card card, Board board, HubUplink uplink, Screens screens, DeviceLogOut log) {}

  BadgeLoop(Badge badge, BootClock clock, Parts parts) {
    this.badge = badge;
    this.clock = clock;
    this.parts = parts;
    this.view = badge.view(clock.now());
  }

  void start() {
    thread.start();
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

  /** Lets the badge say good-bye, forces what is to be kept, and ends the thread. */
  void stop(long limitMs) {
    stopping = true;
    tell(new BadgeEvent.Stopping());
    try {
      thread.join(limitMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }

  private void run() {
    step(new BadgeEvent.Started());
    try {
      boolean last = false;
      while (!last) {
        long napMs =
            Math.clamp(badge.nextDeadlineMonoMs() - clock.now().monoMs(), 0, LONGEST_NAP_MS);
        BadgeEvent event = queue.poll(napMs, TimeUnit.MILLISECONDS);
        if (event != null) {
          step(event);
          last = stopping && event instanceof BadgeEvent.Stopping;
        }
        if (badge.nextDeadlineMonoMs() <= clock.now().monoMs()) {
          step(new BadgeEvent.Tick());
        }
        lookAtLink();
      }
    } catch (InterruptedException e) {
      // Asked to end at once.
    }
  }

  private void step(BadgeEvent event) {
    List<BadgeEffect> effects = badge.on(event, clock.now());
    for (BadgeEffect effect : effects) {
      carryOut(effect);
    }
    view = badge.view(clock.now());
  }

  private void carryOut(BadgeEffect effect) {
    switch (effect) {
      case BadgeEffect.Sense _ -> step(new BadgeEvent.Sensed(parts.board().readings()));
      case BadgeEffect.Connect connect -> parts.uplink().connect(connect, this::tell);
      case BadgeEffect.Disconnect disconnect -> parts.uplink().disconnect(disconnect.last());
      case BadgeEffect.Publish publish -> parts.uplink().publish(publish, this::tell);
      case BadgeEffect.Compose compose -> parts.screens().compose(compose, this::tell);
      case BadgeEffect.Refresh refresh -> parts.screens().refresh(refresh, this::tell);
      case BadgeEffect.Save save -> parts.card().save(save.name(), save.bytes());
      case BadgeEffect.Keep keep -> keep(keep);
      case BadgeEffect.Forget forget -> forget(forget);
      case BadgeEffect.Answer(long request, LocalAnswer answer) -> {
        CompletableFuture<LocalAnswer> waiting = asked.remove(request);
        if (waiting != null) {
          waiting.complete(answer);
        }
      }
      case BadgeEffect.Log(var level, String text) -> parts.log().line(level, text);
    }
  }

  private void keep(BadgeEffect.Keep keep) {
    try {
      parts.card().records().append(parts.card().epoch(), keep.samples(), keep.force());
      if (keep.force() && !keep.samples().isEmpty()) {
        Sample last = keep.samples().getLast();
        tell(new BadgeEvent.Kept(last.sequence()));
      }
    } catch (java.io.UncheckedIOException e) {
      tell(new BadgeEvent.KeepFailed(String.valueOf(e.getMessage())));
    }
  }

  private void forget(BadgeEffect.Forget forget) {
    try {
      parts.card().records().forget(forget.epoch(), forget.throughSequence());
    } catch (java.io.UncheckedIOException e) {
      parts
          .log()
          .line(io.baedge.model.message.DeviceLog.Level.WARNING, String.valueOf(e.getMessage()));
    }
  }

  private void lookAtLink() {
    long nowMs = clock.now().monoMs();
    if (nowMs - linkLookedAtMs < LINK_LOOK_EVERY_MS) {
      return;
    }
    boolean first = linkLookedAtMs < 0;
    linkLookedAtMs = nowMs;
    boolean up = parts.board().linkUp();
    if (up != linkUp && !first) {
      step(new BadgeEvent.LinkChanged(up, ""));
    }
    linkUp = up;
  }
}
