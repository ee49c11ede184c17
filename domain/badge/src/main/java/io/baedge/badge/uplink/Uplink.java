package io.baedge.badge.uplink;

import io.baedge.kit.retry.Backoff;
import io.baedge.model.Now;
import io.baedge.model.desired.Cadence;
import io.baedge.model.link.LinkState;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Reading;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The way to the hub. Connects at once on start, then with full jitter (methods.md 1.1), in the
 * slot that a hub told, or within the window after the link is back (1.4); is never silent for
 * longer than its interval; goes over to a better uplink when one has come to stay.
 */
public final class Uplink {
  private static final long BACKOFF_BASE_MS = 1_000;
  private static final long CONNECT_TIMEOUT_MS = 5_000;
  private static final long ANSWER_GRACE_MS = 5_000;
  private static final long KEEP_ALIVE_MS = 300_000;
  private static final long SETTLED_SESSION_MS = 60_000;
  private static final long ROAMING_MS = 5_000;
  private static final long LINK_PATIENCE_MS = 30_000;
  private static final long SAID_AGAIN_MS = 5_000;
  private static final int RESERVED_TICKETS = 2;

  private final UplinkOrders orders;
  private final Ways ways;
  private final Joins joins;
  private boolean networksKnown;
  private final SignsOfLife signs;
  private final RandomGenerator random;
  private final boolean jitter;
  private final Backoff backoff;
  private final Tickets tickets = new Tickets();
  private final LinkQuality quality = new LinkQuality();

  private UplinkView.State state;
  private Cadence cadence = Cadence.DEFAULT;
  private boolean linkUp = true;
  private boolean radioOn;
  private long linkLostMonoMs;
  private boolean slotTold;
  private long roamSpreadMs;
  private long sinceMonoMs;
  private long dueMonoMs = Long.MAX_VALUE;

  private String lastProblem = "";
  private long attempts;
  private long sessions;
  private long refusals;

  /**
   * A way to one of several hubs.
   *
   * @param ways the uplinks, the preferred first; none = the badge lives on its own
   * @param hello said first in each session
   * @param jitter false only as a fault
   */
  public Uplink(
      UplinkOrders orders,
      List<Way> ways,
      long epoch,
      Status.Hello hello,
      RandomGenerator random,
      boolean jitter) {
    this.orders = orders;
    this.ways = new Ways(ways);
    this.joins = new Joins(ways);
    this.signs = new SignsOfLife(epoch, hello);
    this.random = random;
    this.jitter = jitter;
    this.backoff = new Backoff(BACKOFF_BASE_MS, cadence.backoffCapMs(), random);
    if (!jitter) {
      backoff.withoutJitter();
    }
    this.state = this.ways.none() ? UplinkView.State.ALONE : UplinkView.State.WAITING;
  }

  /** The first attempt is due at once. */
  public void start(Now now) {
    enter(state, now);
    dueMonoMs = ways.none() ? Long.MAX_VALUE : now.monoMs();
  }

  /**
   * Takes on the cadence that the hub wants. Another longest silence is told at once: the hub
   * measures the badge by what it was told, and records would put off the next sign of life.
   */
  public void cadence(Cadence wanted, long monoMs) {
    if (state == UplinkView.State.CONNECTED
        && wanted.contactEveryMs() != cadence.contactEveryMs()) {
      signs.owedAt(monoMs);
    }
    cadence = wanted;
    backoff.capMs(wanted.backoffCapMs());
  }

  /** All links went, or one came; returns false when that ended the session. */
  public boolean link(boolean up, Now now) {
    ways.link(up, now.monoMs());
    return look(now);
  }

  /** The networks that are up; returns false when that ended the session. */
  public boolean networks(List<Way.Seen> seen, Now now) {
    ways.networks(seen, now.monoMs());
    networksKnown = true;
    return look(now);
  }

  private boolean waits() {
    return state == UplinkView.State.ALONE || state == UplinkView.State.WAITING;
  }

  private boolean look(Now now) {
    if (networksKnown) {
      joins.look(ways.anyUp(), now.monoMs());
    }
    boolean up = waits() ? ways.anyUp() : ways.currentUp();
    boolean back = up && !linkUp;
    if (linkUp && !up) {
      if (state == UplinkView.State.CONNECTED) {
        quality.lost(now.monoMs());
      }
      linkLostMonoMs = now.monoMs();
    }
    linkUp = up;
    boolean away = back && now.monoMs() - linkLostMonoMs >= ROAMING_MS;
    boolean ends = away && state == UplinkView.State.CONNECTED;
    if (ends) {
      giveUp("the link was away", now);
    }
    boolean slotAhead = slotTold && now.monoMs() < dueMonoMs;
    if (back && state == UplinkView.State.WAITING && !slotAhead) {
      dueMonoMs = now.monoMs() + 1 + within(cadence.reconnectWindowMs() - 1);
    }
    return !ends;
  }

  /**
   * Lets the radio work or rest; it rests from the start on. Returns false when that ended the
   * session, after telling the hub.
   *
   * @param restMs when the hub hears of us again; 0 when nobody can tell
   */
  public boolean radio(boolean on, long restMs, long lastSequence, Now now) {
    if (on == radioOn || state == UplinkView.State.ALONE) {
      return true;
    }
    radioOn = on;
    boolean slotAhead = slotTold && now.monoMs() < dueMonoMs;
    if (on) {
      dueMonoMs = slotAhead ? dueMonoMs : now.monoMs();
      return true;
    }
    if (state == UplinkView.State.WAITING) {
      return true;
    }
    boolean session = state == UplinkView.State.CONNECTED;
    Status last =
        restMs > 0 ? signs.goodNight(lastSequence, restMs, now) : signs.goodBye(lastSequence, now);
    orders.disconnect("the radio rests", session ? Optional.of(last) : Optional.empty());
    enter(UplinkView.State.WAITING, now);
    dueMonoMs = now.monoMs();
    leave();
    return !session;
  }

  /** Whether there is a session. */
  public boolean inSession() {
    return state == UplinkView.State.CONNECTED;
  }

  /** Whether the session, if there is one, passes through a neighbour. */
  public boolean asGuest() {
    return ways.throughNeighbour();
  }

  /** Whether sessions broke often lately. */
  public boolean flapping(long monoMs) {
    return quality.state(true, monoMs) == LinkState.FLAPPING;
  }

  /** Whether no message waits for its receipt. */
  public boolean nothingInFlight() {
    return tickets.size() == 0;
  }

  /** What the radio heard. */
  public void radio(Reading.Radio reading) {
    quality.radio(reading.rssiDbm());
  }

  /** The hub let us in; returns whether we had asked. */
  public boolean connected(int receiveMaximum, long lastSequence, Now now) {
    if (state != UplinkView.State.CONNECTING) {
      return false;
    }
    enter(UplinkView.State.CONNECTED, now);
    dueMonoMs = Long.MAX_VALUE;
    sessions++;
    lastProblem = "";
    tickets.open(receiveMaximum, now.monoMs());
    ways.worked(now.monoMs());
    quality.began();
    roamSpreadMs = within(cadence.reconnectWindowMs());
    Status hello = signs.hello(lastSequence, cadence.contactEveryMs(), now);
    publish(hello, MessageKind.STATUS, now);
    // The phase of the signs of life is random, so that a fleet does not speak in chorus.
    signs.dueAt(now.monoMs() + 1 + within(cadence.contactEveryMs() - 1));
    return true;
  }

  /**
   * The hub sent us away.
   *
   * @param retryAfterMs obeyed exactly; negative when the hub named none
   */
  public void refused(String reason, long retryAfterMs, Now now) {
    if (state != UplinkView.State.CONNECTING) {
      return;
    }
    refusals++;
    if (retryAfterMs < 0) {
      attemptFailed(reason, now);
      return;
    }
    lastProblem = reason;
    slotTold = true;
    pause(retryAfterMs, now);
  }

  /** Nobody answered: the next hub's turn, or the next uplink's. */
  public void attemptFailed(String reason, Now now) {
    if (state != UplinkView.State.CONNECTING) {
      return;
    }
    lastProblem = reason;
    ways.failed(now.monoMs());
    backOff(now);
  }

  /** The session ended; returns whether there was one. */
  public boolean closed(String reason, Now now) {
    if (state == UplinkView.State.CONNECTING) {
      attemptFailed(reason, now);
      return false;
    }
    if (state != UplinkView.State.CONNECTED) {
      return false;
    }
    if (linkUp) {
      // A link that went has been counted when it went.
      quality.lost(now.monoMs());
    }
    lastProblem = reason;
    if (!settled(now)) {
      ways.failed(now.monoMs());
    }
    leave();
    backOff(now);
    return true;
  }

  /** Whether the session has lived long enough to be forgiven what was before. */
  private boolean settled(Now now) {
    boolean settled = now.monoMs() - sinceMonoMs >= SETTLED_SESSION_MS;
    if (settled) {
      backoff.reset();
      ways.lasted();
    }
    return settled;
  }

  private void leave() {
    tickets.close();
    signs.none();
  }

  private void backOff(Now now) {
    pause(Math.max(1, backoff.nextDelayMs()), now);
  }

  private void pause(long forMs, Now now) {
    enter(UplinkView.State.WAITING, now);
    linkUp = ways.anyUp();
    dueMonoMs = now.monoMs() + forMs;
  }

  private long within(long boundMs) {
    return boundMs <= 0 || !jitter ? 0 : random.nextLong(boundMs + 1);
  }

  /** Lets time pass; returns false when the session was given up. */
  public boolean tick(long lastSequence, Now now) {
    long monoMs = now.monoMs();
    if (radioOn && state != UplinkView.State.ALONE) {
      joins.take(monoMs).ifPresent(orders::join);
    }
    switch (state) {
      case ALONE -> {}
      case WAITING -> {
        if (linkUp && radioOn && monoMs >= dueMonoMs) {
          connect(lastSequence, now);
        }
      }
      case CONNECTING -> {
        if (monoMs >= dueMonoMs) {
          orders.disconnect("the hub did not answer", Optional.empty());
          attemptFailed("the hub did not answer", now);
        }
      }
      case CONNECTED -> {
        if (monoMs >= giveUpMonoMs()) {
          giveUp(linkUp ? "no receipt came" : "the link is gone", now);
          return false;
        }
        if (monoMs >= roamMonoMs()) {
          roam(now);
          return false;
        }
        if (monoMs >= signs.deadlineMonoMs() && linkUp && tickets.free() > 0) {
          Status here = signs.here(lastSequence, cadence.contactEveryMs(), now);
          publish(here, MessageKind.STATUS, now);
        }
      }
    }
    return true;
  }

  /** A fleet that sees the same network come back does not go over in one moment. */
  private long roamMonoMs() {
    long better = ways.betterMonoMs();
    return better == Long.MAX_VALUE ? better : better + roamSpreadMs;
  }

  private void roam(Now now) {
    orders.disconnect("a better uplink is there", Optional.empty());
    settled(now);
    leave();
    ways.roam(now.monoMs());
    pause(1, now);
  }

  /** When a session that carries nothing is ended from this side. */
  private long giveUpMonoMs() {
    long patienceMs = ways.anyUp() ? ROAMING_MS : LINK_PATIENCE_MS;
    long due = linkUp ? Long.MAX_VALUE : linkLostMonoMs + patienceMs;
    return Math.min(due, tickets.deadMonoMs());
  }

  private void giveUp(String reason, Now now) {
    orders.disconnect(reason, Optional.empty());
    closed(reason, now);
  }

  private void connect(long lastSequence, Now now) {
    attempts++;
    slotTold = false;
    ways.chooseForAttempt(now.monoMs());
    linkUp = ways.currentUp();
    enter(UplinkView.State.CONNECTING, now);
    dueMonoMs = now.monoMs() + CONNECT_TIMEOUT_MS + ANSWER_GRACE_MS;
    orders.connect(
        ways.address(), signs.will(lastSequence, now), KEEP_ALIVE_MS, CONNECT_TIMEOUT_MS);
  }

  private void enter(UplinkView.State next, Now now) {
    state = next;
    sinceMonoMs = now.monoMs();
  }

  /** The ticket of the next message. */
  public long nextTicket() {
    return tickets.next();
  }

  /** Whether a message may be sent; some room stays for signs of life and reports. */
  public boolean roomFor(MessageKind kind) {
    int reserved = kind == MessageKind.TELEMETRY || kind == MessageKind.LOG ? RESERVED_TICKETS : 0;
    return state == UplinkView.State.CONNECTED
        && linkUp
        && (tickets.free() > reserved || tickets.size() == 0);
  }

  /** Sends a message under {@link #nextTicket()}; the next sign of life is due later for it. */
  public void publish(UpMessage message, MessageKind kind, Now now) {
    long ticket = tickets.add(kind, now.monoMs());
    signs.spoke(kind == MessageKind.STATUS, now.monoMs(), cadence.contactEveryMs());
    orders.publish(ticket, message);
  }

  /** A receipt came; returns what for. */
  public MessageKind received(long ticket, long monoMs) {
    return tickets.received(ticket, monoMs);
  }

  /** A message was not taken; returns which kind it was. */
  public MessageKind notTaken(long ticket, String reason, long monoMs) {
    lastProblem = reason;
    MessageKind kind = tickets.notTaken(ticket);
    if (kind == MessageKind.STATUS) {
      signs.owedAt(monoMs + SAID_AGAIN_MS);
    }
    return kind;
  }

  /** The device stops: says so if it can. */
  public void stop(long lastSequence, Now now) {
    if (state == UplinkView.State.CONNECTED) {
      orders.disconnect("the badge stops", Optional.of(signs.goodBye(lastSequence, now)));
    } else if (state == UplinkView.State.CONNECTING) {
      orders.disconnect("the badge stops", Optional.empty());
    }
    enter(UplinkView.State.ALONE, now);
    dueMonoMs = Long.MAX_VALUE;
    leave();
  }

  /** When {@link #tick} has something to do. */
  public long deadlineMonoMs() {
    return switch (state) {
      case ALONE -> Long.MAX_VALUE;
      case WAITING -> {
        long join = radioOn ? joins.deadlineMonoMs() : Long.MAX_VALUE;
        yield linkUp && radioOn ? Math.min(dueMonoMs, join) : join;
      }
      case CONNECTING -> dueMonoMs;
      case CONNECTED -> {
        boolean mayBeat = linkUp && tickets.free() > 0;
        long speak = mayBeat ? signs.deadlineMonoMs() : Long.MAX_VALUE;
        yield Math.min(Math.min(giveUpMonoMs(), roamMonoMs()), speak);
      }
    };
  }

  private long deadlineWhileWaiting() {
    return waits() && linkUp && radioOn ? dueMonoMs : Long.MAX_VALUE;
  }

  /** The uplink now. */
  public UplinkView view(long monoMs) {
    boolean inSession = state == UplinkView.State.CONNECTED;
    LinkState link = quality.state(inSession, monoMs);
    long next = deadlineWhileWaiting();
    return new UplinkView(
        state,
        link,
        sinceMonoMs,
        ways.address(),
        ways.name(),
        next,
        lastProblem,
        new UplinkView.Counters(
            attempts,
            sessions,
            refusals,
            tickets.published(),
            tickets.receipts(),
            tickets.failed()));
  }
}
