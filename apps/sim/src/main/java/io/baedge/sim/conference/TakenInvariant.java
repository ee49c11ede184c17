package io.baedge.sim.conference;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.kit.journal.Loss;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Sample;
import io.baedge.model.telemetry.SequenceRanges;
import io.baedge.sim.device.Device;
import java.util.BitSet;
import java.util.List;

/**
 * What a badge has taken for good, because its card has it or the hub acknowledged it, is in the
 * store, or still on the card, or was evicted with a word; and it is what it was. Power cuts, torn
 * writes and full cards are no excuse; a card that is empty is, and what no card had for good may
 * be gone.
 */
final class TakenInvariant {
  private static final int PAGE = 1_000;

  private final RecordBook book;
  private long lostWithCards;

  TakenInvariant(RecordBook book) {
    this.book = book;
  }

  /** A badge wants something done; it is done after this. */
  void effect(Device device, BadgeEffect effect) {
    switch (effect) {
      case BadgeEffect.Publish publish when publish.message() instanceof Telemetry telemetry ->
          sends(device, telemetry);
      case BadgeEffect.Acknowledged(long _, long epoch, long through) -> {
        RecordStream stream = book.stream(device.number(), epoch);
        stream.touched = true;
        releases(device, stream, epoch, 1, through, "lets go of");
      }
      case BadgeEffect.Keep keep -> {
        RecordStream stream = book.stream(device.number(), device.epoch());
        keep.samples().forEach(sample -> take(device, stream, device.epoch(), sample));
      }
      default -> {
        // Says nothing about records.
      }
    }
  }

  private void sends(Device device, Telemetry telemetry) {
    RecordStream stream = book.stream(device.number(), telemetry.epoch());
    for (int i = 0; i < telemetry.samples().size(); i++) {
      Sample sample = telemetry.samples().get(i);
      if (telemetry.epoch() == device.epoch()) {
        take(device, stream, telemetry.epoch(), sample);
      } else {
        check(device, stream, telemetry.epoch(), sample);
      }
      stream.highestSent = Math.max(stream.highestSent, sample.sequence());
    }
    releases(device, stream, telemetry.epoch(), 1, telemetry.low() - 1, "gives up");
    for (SequenceRanges.Range range : telemetry.gone().ranges()) {
      releases(device, stream, telemetry.epoch(), range.from(), range.to(), "gives up");
    }
  }

  private void take(Device device, RecordStream stream, long epoch, Sample sample) {
    if (!stream.take(sample)) {
      throw changed(device, epoch, sample);
    }
  }

  private void check(Device device, RecordStream stream, long epoch, Sample sample) {
    if (!stream.isAsTaken(sample)) {
      throw changed(device, epoch, sample);
    }
  }

  /** What the badge counts on the hub to have, or never to get. */
  private void releases(
      Device device, RecordStream stream, long epoch, long from, long through, String does) {
    int owed = stream.owed.nextSetBit(Math.toIntExact(from));
    while (owed >= 0 && owed <= through) {
      stream.owed.clear(owed);
      if (!stream.wasStored(owed)) {
        missed(device, stream, epoch, owed, does);
      }
      owed = stream.owed.nextSetBit(owed + 1);
    }
  }

  private void missed(Device device, RecordStream stream, long epoch, int sequence, String does) {
    stream.missed++;
    if (!stream.evicted.get(sequence) || stream.missed > stream.evictions) {
      throw broken(
          device, "the badge " + does + " " + name(device, epoch, sequence) + ", which was safe");
    }
  }

  /** A badge was told, and all that it wanted is done. */
  void settled(Device device, BadgeEvent event) {
    boolean aboutRecords =
        event instanceof BadgeEvent.Heard || event instanceof BadgeEvent.Published;
    if (!aboutRecords || !device.isOn()) {
      return;
    }
    long acknowledged = device.acknowledgedRecords();
    long stored = book.stream(device.number(), device.epoch()).everStored();
    if (acknowledged > stored) {
      throw broken(
          device,
          "device "
              + device.id()
              + " takes "
              + acknowledged
              + " records of epoch "
              + device.epoch()
              + " for acknowledged; the store has "
              + stored);
    }
  }

  /** The card has these records of the present epoch for good. */
  void durable(Device device, List<Sample> samples) {
    RecordStream stream = book.stream(device.number(), device.epoch());
    stream.touched = true;
    for (Sample sample : samples) {
      int sequence = Math.toIntExact(sample.sequence());
      stream.durable.set(sequence);
      if (!stream.wasStored(sequence) && !stream.isGone(sequence)) {
        stream.owed.set(sequence);
      }
    }
  }

  /** The card has made room, and says so. */
  void evicted(Device device, List<Loss> losses) {
    for (Loss loss : losses) {
      RecordStream stream = book.stream(device.number(), loss.epoch());
      stream.touched = true;
      stream.evictions += loss.count();
      stream.evicted.set(Math.toIntExact(loss.from()), Math.toIntExact(loss.to() + 1));
    }
  }

  /** A badge starts: what was safe before is on its card. */
  void started(Device device) {
    List<RecordStream> epochs = book.of(device.number());
    for (int epoch = 1; epoch < epochs.size() && epoch < device.epoch(); epoch++) {
      RecordStream stream = epochs.get(epoch);
      boolean last = epoch == device.epoch() - 1;
      stream.touched |= last;
      compare(device, stream, epoch, last ? 1 : stream.owed.nextSetBit(1));
    }
  }

  /** Each virtual minute. */
  void sweep() {
    for (Device device : book.devices()) {
      List<RecordStream> epochs = book.of(device.number());
      if (device.isScrapped()) {
        forget(epochs);
      } else if (device.isOn()) {
        for (int epoch = 1; epoch < epochs.size(); epoch++) {
          compare(device, epochs.get(epoch), epoch, epochs.get(epoch).owed.nextSetBit(1));
        }
      }
    }
  }

  /** The last look goes at all cards, touched or not. */
  void end() {
    for (Device device : book.devices()) {
      book.of(device.number()).forEach(stream -> stream.touched = true);
    }
    sweep();
  }

  private void forget(List<RecordStream> epochs) {
    for (RecordStream stream : epochs) {
      stream.owed.andNot(stream.stored);
      lostWithCards += stream.owed.cardinality();
      stream.owed.clear();
    }
  }

  /** Records that were safe on a card which is no more. */
  long lostWithCards() {
    return lostWithCards;
  }

  /** Reads from the card what it owes; only when something has happened to it. */
  private void compare(Device device, RecordStream stream, long epoch, long fromSequence) {
    if (!stream.touched || fromSequence < 0) {
      return;
    }
    stream.touched = false;
    stream.owed.andNot(stream.stored);
    stream.owed.andNot(stream.ofOlderStores);
    BitSet there = new BitSet();
    long from = fromSequence;
    List<Sample> page;
    do {
      page = device.onCard(epoch, from, PAGE);
      for (Sample sample : page) {
        check(device, stream, epoch, sample);
        there.set(Math.toIntExact(sample.sequence()));
        from = sample.sequence() + 1;
      }
    } while (page.size() == PAGE);
    BitSet missing = (BitSet) stream.owed.clone();
    missing.andNot(there);
    for (int s = missing.nextSetBit(0); s >= 0; s = missing.nextSetBit(s + 1)) {
      stream.owed.clear(s);
      missed(device, stream, epoch, s, "does not find on its card");
    }
  }

  private InvariantBroken changed(Device device, long epoch, Sample sample) {
    return broken(
        device, name(device, epoch, sample.sequence()) + " is not what was taken: " + sample);
  }

  private String name(Device device, long epoch, long sequence) {
    return book.name(device.number(), epoch, sequence);
  }

  private static InvariantBroken broken(Device device, String what) {
    return new InvariantBroken(Invariant.TAKEN_IS_KEPT, device.number(), what);
  }
}
