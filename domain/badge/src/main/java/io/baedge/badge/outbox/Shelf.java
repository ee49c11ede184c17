package io.baedge.badge.outbox;

import io.baedge.kit.journal.RecordLog;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All records in memory, by epoch, within their bounds. */
final class Shelf {
  private static final int SMALLEST_GROUP = 16;
  private static final int GROUP_PART = 100;

  private final OutboxSettings settings;

  /** Oldest epoch first; the last one is the current. */
  private final List<EpochStream> streams = new ArrayList<>();

  private final EpochStream current;
  private long evicted;

  Shelf(OutboxSettings settings, long epoch, List<RecordLog.Kept> earlier) {
    this.settings = settings;
    for (RecordLog.Kept kept : earlier) {
      if (kept.epoch() < epoch && !kept.samples().isEmpty()) {
        var stream = new EpochStream(kept.epoch());
        kept.samples().forEach(stream::append);
        streams.add(stream);
      }
    }
    this.current = new EpochStream(epoch);
    streams.add(current);
  }

  List<EpochStream> streams() {
    return streams;
  }

  EpochStream current() {
    return current;
  }

  @Nullable EpochStream find(long epoch) {
    for (EpochStream stream : streams) {
      if (stream.epoch == epoch) {
        return stream;
      }
    }
    return null;
  }

  int held() {
    int held = 0;
    for (int i = 0; i < streams.size(); i++) {
      held += streams.get(i).size();
    }
    return held;
  }

  /** Records that were lost to the bound. */
  long evicted() {
    return evicted;
  }

  /** Makes room until at most so many are held; returns whether records were lost. */
  boolean bound(int most, long monoMs) {
    long before = evicted;
    while (held() > most) {
      makeRoom(monoMs);
    }
    return evicted != before;
  }

  /** What the hub has goes first; else the oldest are lost in a group, and a record says so. */
  private void makeRoom(long monoMs) {
    for (EpochStream stream : streams) {
      if (stream.oldestIsAcknowledged()) {
        stream.dropOldest();
        return;
      }
    }
    EpochStream oldest = current;
    for (int i = streams.size() - 1; i >= 0; i--) {
      oldest = streams.get(i).size() > 0 ? streams.get(i) : oldest;
    }
    int most = Math.max(SMALLEST_GROUP, settings.mostSamples() / GROUP_PART);
    int group = Math.min(oldest.size(), most);
    long from = oldest.low();
    int before = oldest.open();
    for (int i = 0; i < group; i++) {
      oldest.dropOldest();
    }
    int lost = before - oldest.open();
    evicted += lost;
    long to = oldest.low() - 1;
    String detail = "epoch " + oldest.epoch + ", " + from + " to " + to + ", " + lost + " records";
    long sequence = current.lastSequence() + 1;
    current.append(new Sample(sequence, monoMs, new Reading.Event("evicted", detail)));
  }

  /** Lets go of acknowledged records beyond their bound and of earlier epochs that are done. */
  void trim() {
    int surplus = -settings.mostAcknowledged();
    for (int i = 0; i < streams.size(); i++) {
      surplus += streams.get(i).acknowledged();
    }
    for (int i = 0; i < streams.size() && surplus > 0; i++) {
      EpochStream stream = streams.get(i);
      while (surplus > 0 && stream.oldestIsAcknowledged()) {
        stream.dropOldest();
        surplus--;
      }
    }
    for (int i = streams.size() - 2; i >= 0; i--) {
      if (streams.get(i).size() == 0 && !streams.get(i).mustAnnounceLow()) {
        streams.remove(i);
      }
    }
  }
}
