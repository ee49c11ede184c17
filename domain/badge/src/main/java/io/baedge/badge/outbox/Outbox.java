package io.baedge.badge.outbox;

import io.baedge.kit.journal.RecordLog;
import io.baedge.model.Limits;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Numbers the records of this epoch, sends them and those of earlier epochs in batches, and lets go
 * of them only when the hub's store has them (methods.md 3.1).
 */
public final class Outbox {
  private static final int BATCH_BYTES = 48 * 1024;
  private static final int BATCH_SOON = 50;
  private static final long EVENT_DELAY_MS = 1_000;
  private static final long PACE_MS = 250;
  private static final long SHORTEST_DELAY_MS = 1_000;
  private static final long LONGEST_DELAY_MS = 20_000;
  private static final long ANSWER_MS = 20_000;
  private static final long LONGEST_ANSWER_MS = 300_000;
  private static final long LONGEST_PAUSE_MS = 60_000;

  private final OutboxSettings settings;
  private final OutboxOrders orders;
  private final Shelf shelf;
  private final EpochStream current;
  private final CardKeeper card;

  private final List<Batch> batches = new ArrayList<>();
  private long generation;
  private long clockSinceEpoch;
  private boolean online;
  private long batchDelayMs = LONGEST_DELAY_MS;
  private long soonMonoMs = Long.MAX_VALUE;
  private long notBeforeMonoMs;
  private long answerMs = ANSWER_MS;
  private long pauseMs = SHORTEST_DELAY_MS;
  private long acknowledged;
  private long sentAgain;
  private long staleAcks;

  /** What was sent together and is not settled yet. */
  private record Batch(EpochStream stream, long ticket, long from, long to, long sentMonoMs) {
    boolean settled() {
      return stream.settledThrough() >= to && (from <= to || stream.hubMark() >= to);
    }
  }

  /** Starts with the records of earlier epochs that the card still had. */
  public Outbox(
      OutboxSettings settings, OutboxOrders orders, long epoch, List<RecordLog.Kept> earlier) {
    this.settings = settings;
    this.orders = orders;
    this.shelf = new Shelf(settings, epoch, earlier);
    this.current = shelf.current();
    this.card = new CardKeeper(current, orders);
    this.clockSinceEpoch = epoch;
  }

  /** More may have come from the card than the bound allows. */
  public void start(long monoMs) {
    bound(settings.mostSamples(), monoMs);
  }

  private void bound(int most, long monoMs) {
    if (shelf.bound(most, monoMs)) {
      card.forget();
    }
  }

  /** Takes a reading as the next record of this epoch; returns its sequence. */
  public long take(Reading reading, long monoMs) {
    bound(settings.mostSamples() - 1, monoMs);
    if (reading instanceof Reading.Event) {
      soonMonoMs = Math.min(soonMonoMs, monoMs + EVENT_DELAY_MS);
    }
    current.append(new Sample(current.lastSequence() + 1, monoMs, Weight.cut(reading)));
    return current.lastSequence();
  }

  /** The monotonic clock runs since that epoch; older ones had another. */
  public void clockSince(long epoch) {
    clockSinceEpoch = epoch;
  }

  /** The store generation in force; a newer one may lack what an older one acknowledged. */
  public void generation(long newGeneration) {
    if (newGeneration <= generation) {
      return;
    }
    if (generation != 0) {
      batches.clear();
      acknowledged = 0;
      for (EpochStream stream : shelf.streams()) {
        sentAgain += stream.restart();
      }
    }
    generation = newGeneration;
  }

  /** A session is open: what waits may go. */
  public void connected(long monoMs) {
    online = true;
    notBeforeMonoMs = monoMs;
    answerMs = ANSWER_MS;
    card.calm(monoMs);
  }

  /** The session is over; what it carried and nobody acknowledged goes again with the next. */
  public void disconnected() {
    online = false;
    batches.forEach(this::again);
    batches.clear();
    card.alone();
  }

  /** Batches wait for half the interval in which the hub wants to hear something. */
  public void contactEvery(long contactEveryMs) {
    batchDelayMs = Math.clamp(contactEveryMs / 2, SHORTEST_DELAY_MS, LONGEST_DELAY_MS);
  }

  /** The battery is low: keep each record while the hub is away. */
  public void careful(boolean batteryLow) {
    card.careful(batteryLow);
  }

  /** What the hub has committed. */
  public void acknowledged(Ack ack, long monoMs) {
    if (ack.generation() < generation) {
      staleAcks++;
      return;
    }
    generation(ack.generation());
    EpochStream stream = shelf.find(ack.epoch());
    if (stream == null) {
      return;
    }
    int fresh = stream.acknowledge(ack.received());
    if (fresh > 0) {
      answerMs = ANSWER_MS;
      pauseMs = SHORTEST_DELAY_MS;
      if (online) {
        card.calm(monoMs);
      }
    }
    settle(stream, fresh);
  }

  private void settle(EpochStream stream, int fresh) {
    if (stream == current) {
      acknowledged += fresh;
      card.forget();
    } else {
      stream.forgottenThrough =
          CardKeeper.forget(stream, stream.lastSequence(), stream.forgottenThrough, orders);
      if (stream.open() == 0 && stream.size() > 0 && stream.hubMark() < stream.lastSequence()) {
        stream.closeWithHoles();
      }
    }
    for (Iterator<Batch> all = batches.iterator(); all.hasNext(); ) {
      if (all.next().settled()) {
        all.remove();
      }
    }
    shelf.trim();
  }

  /** The message of this ticket was not taken. */
  public void failed(long ticket, long monoMs) {
    for (Iterator<Batch> all = batches.iterator(); all.hasNext(); ) {
      Batch batch = all.next();
      if (batch.ticket() == ticket) {
        again(batch);
        all.remove();
        notBeforeMonoMs = monoMs + pauseMs;
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        return;
      }
    }
  }

  private void again(Batch batch) {
    sentAgain += batch.stream().waitAgain(batch.from(), batch.to());
  }

  /** Lets time pass: answers that did not come, records that must be safe. */
  public void tick(long monoMs) {
    while (!batches.isEmpty() && monoMs >= batches.getFirst().sentMonoMs() + answerMs) {
      again(batches.removeFirst());
      if (batches.isEmpty() || batches.getFirst().sentMonoMs() + answerMs > monoMs) {
        answerMs = Math.min(2 * answerMs, LONGEST_ANSWER_MS);
        break;
      }
    }
    card.tick(monoMs);
  }

  /** Whether a batch should be sent now. */
  public boolean due(long monoMs) {
    return online && monoMs >= sendDeadlineMonoMs();
  }

  /** When {@link #due} becomes true. */
  public long sendDeadlineMonoMs() {
    if (!online) {
      return Long.MAX_VALUE;
    }
    long due = dueMonoMs(current);
    List<EpochStream> streams = shelf.streams();
    for (int i = 0; i < streams.size() - 1 && due != Long.MIN_VALUE; i++) {
      due = Math.min(due, dueMonoMs(streams.get(i)));
    }
    return Math.max(due, notBeforeMonoMs);
  }

  private long dueMonoMs(EpochStream stream) {
    if (stream.waiting() == 0) {
      return stream.mustAnnounceLow() && !inFlight(stream) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    if (stream.sent() >= Limits.IN_FLIGHT_RECORDS) {
      return Long.MAX_VALUE;
    }
    if (stream != current || stream.waiting() >= BATCH_SOON) {
      return Long.MIN_VALUE;
    }
    return Math.min(soonMonoMs, stream.oldestWaiting().monoMs() + batchDelayMs);
  }

  private boolean inFlight(EpochStream stream) {
    for (Batch batch : batches) {
      if (batch.stream() == stream) {
        return true;
      }
    }
    return false;
  }

  /** The batch that is due: what is new first, then the oldest epoch. */
  public Telemetry batch(long ticket, long monoMs) {
    EpochStream stream = current;
    List<EpochStream> streams = shelf.streams();
    for (int i = 0; i < streams.size() - 1 && dueMonoMs(current) > monoMs; i++) {
      stream = streams.get(i);
      if (dueMonoMs(stream) <= monoMs) {
        break;
      }
    }
    List<Sample> samples =
        stream.send(
            Math.min(Limits.BATCH_SAMPLES, Limits.IN_FLIGHT_RECORDS - stream.sent()), BATCH_BYTES);
    long low = stream.low();
    // Without samples the batch only says that everything below the lowest held is gone.
    long from = samples.isEmpty() ? low : samples.getFirst().sequence();
    long to = samples.isEmpty() ? low - 1 : samples.getLast().sequence();
    batches.add(new Batch(stream, ticket, from, to, monoMs));
    soonMonoMs = stream == current ? Long.MAX_VALUE : soonMonoMs;
    notBeforeMonoMs = monoMs + PACE_MS;
    boolean sameClock = stream.epoch >= clockSinceEpoch;
    return new Telemetry(stream.epoch, low, sameClock ? monoMs : Telemetry.NO_ANCHOR, samples);
  }

  /** Everything that is not safe goes to the card, because the device stops. */
  public void keepAll(long monoMs) {
    card.keepAll(monoMs);
  }

  /** The card has the records up to here. */
  public void kept(long throughSequence) {
    card.kept(throughSequence);
  }

  /** The card did not take them; tried again later. */
  public void keepFailed(long monoMs) {
    card.failed(monoMs);
  }

  /** When {@link #tick} has something to do. */
  public long deadlineMonoMs() {
    long answer = batches.isEmpty() ? Long.MAX_VALUE : batches.getFirst().sentMonoMs() + answerMs;
    return Math.min(answer, card.deadlineMonoMs());
  }

  /** The newest sequence of this epoch. */
  public long lastSequence() {
    return current.lastSequence();
  }

  /** Records in memory, the acknowledged ones included. */
  public int held() {
    return shelf.held();
  }

  /** Records of all epochs that the hub has not acknowledged. */
  public int open() {
    int open = 0;
    List<EpochStream> streams = shelf.streams();
    for (int i = 0; i < streams.size(); i++) {
      open += streams.get(i).open();
    }
    return open;
  }

  /** The outbox now. */
  public OutboxView view() {
    int open = 0;
    int sent = 0;
    for (EpochStream stream : shelf.streams()) {
      open += stream.open();
      sent += stream.sent();
    }
    return new OutboxView(
        current.lastSequence(),
        acknowledged,
        open,
        shelf.held(),
        sent,
        new OutboxView.Counters(card.keptOnCard(), shelf.evicted(), sentAgain, staleAcks));
  }
}
