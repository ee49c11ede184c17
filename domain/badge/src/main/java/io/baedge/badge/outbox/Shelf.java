package io.baedge.badge.outbox;

import io.baedge.kit.journal.Journal;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The records of this epoch in memory, within their bounds; what the card has too makes room. */
final class Shelf {
  private static final int SMALLEST_GROUP = 16;
  private static final int GROUP_PART = 100;

  private final OutboxSettings settings;
  private final EpochStream current;
  private final CardKeeper card;
  private final Backlog backlog;
  private long evicted;

  /** Of the records in memory those that tell of lost ones, oldest first. */
  private final ArrayDeque<Told> told = new ArrayDeque<>();

  private record Told(long bySequence, long from, long lost) {}

  Shelf(OutboxSettings settings, EpochStream current, CardKeeper card, Backlog backlog) {
    this.settings = settings;
    this.current = current;
    this.card = card;
    this.backlog = backlog;
  }

  /** Records that were lost to the bounds of memory and card. */
  long evicted() {
    return evicted;
  }

  /** The card let go of records that the hub did not have. */
  void evictedFromCard(long count) {
    evicted += count;
  }

  /** Makes room for one more record; part of the memory is for a page from the card. */
  void makeRoom(long monoMs) {
    while (current.size() >= settings.mostSamples() - settings.pageSamples()) {
      if (current.oldestIsAcknowledged()) {
        current.dropOldest(false);
      } else if (card.holds(current.first())) {
        backlog.spilled(current.low());
        current.dropOldest(true);
      } else {
        lose(monoMs);
      }
    }
  }

  /** The oldest are lost in a group, and a record says so. */
  private void lose(long monoMs) {
    int group = Math.max(SMALLEST_GROUP, settings.mostSamples() / GROUP_PART);
    long from = current.low();
    int lost = 0;
    long before = 0;
    card.losing(current.lastSequence() + 1);
    while (lost < group && current.size() > 0 && !card.holds(current.first())) {
      boolean known = current.oldestIsAcknowledged();
      Told earlier = told(current.low());
      if (earlier != null && !known) {
        // What it told is told again, or nobody would hear of it.
        from = Math.min(from, earlier.from);
        before += earlier.lost;
      }
      lost += known ? 0 : 1;
      current.dropOldest(false);
    }
    evicted += lost;
    String detail =
        "memory, epoch "
            + current.epoch
            + ", "
            + from
            + " to "
            + (current.low() - 1)
            + ", "
            + (before + lost)
            + " records";
    long sequence = current.lastSequence() + 1;
    told.add(new Told(sequence, from, before + lost));
    current.append(new Sample(sequence, monoMs, new Reading.Event(Journal.EVICTED, detail)));
  }

  /** What the record with the sequence tells; null when it is no such record. */
  private @Nullable Told told(long sequence) {
    while (!told.isEmpty() && told.getFirst().bySequence < sequence) {
      told.removeFirst();
    }
    Told first = told.peekFirst();
    return first != null && first.bySequence == sequence ? first : null;
  }

  /** Lets go of acknowledged records beyond their bound. */
  void trim() {
    int surplus = current.acknowledged() - settings.mostAcknowledged();
    while (surplus > 0 && current.oldestIsAcknowledged()) {
      current.dropOldest(false);
      surplus--;
    }
  }
}
