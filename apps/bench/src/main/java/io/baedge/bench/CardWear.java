package io.baedge.bench;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.RecordCard;
import io.baedge.badge.outbox.Outbox;
import io.baedge.badge.outbox.OutboxFaults;
import io.baedge.badge.outbox.OutboxOrders;
import io.baedge.badge.outbox.OutboxSettings;
import io.baedge.kit.journal.BlockDisk;
import io.baedge.kit.journal.JournalContents;
import io.baedge.kit.journal.JournalSettings;
import io.baedge.kit.journal.SimulatedDisk;
import io.baedge.model.message.Ack;
import io.baedge.model.message.Telemetry;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;

/// The outbox of a badge and its card in virtual time: what the card writes for each record.
final class CardWear {
  private static final int STEP_MS = 100;
  private static final long EPOCH = 1;

  private final BlockDisk disk = new BlockDisk(new SimulatedDisk(new SplittableRandom(1)));
  private final RecordCard card = new RecordCard(disk, JournalSettings.DEFAULT, EPOCH);
  private final ArrayDeque<BadgeEffect.Keep> orders = new ArrayDeque<>();
  private final Outbox outbox =
      new Outbox(
          OutboxSettings.DEFAULT, new Orders(), EPOCH, JournalContents.NOTHING, OutboxFaults.NONE);
  private Received received = Received.NOTHING;
  private long tickets;

  /// What the card wrote.
  ///
  /// @param blockBytes in whole blocks, without the zeros of new files
  record Wear(long records, long blockBytes, long newFileBytes) {}

  private final class Orders implements OutboxOrders {
    @Override
    public void keep(List<Sample> samples) {
      orders.add(new BadgeEffect.Keep(samples, true));
    }

    @Override
    public void acknowledged(long generation, long epoch, long throughSequence) {
      card.acknowledged(new BadgeEffect.Acknowledged(generation, epoch, throughSequence));
    }

    @Override
    public void fetch(long epoch, long fromSequence, int most) {
      throw new IllegalStateException("nothing is read back here");
    }

    @Override
    public void cardTrouble(String text) {
      throw new IllegalStateException(text);
    }
  }

  /// Takes as many records at that pace, with a hub that acknowledges at once or with none.
  Wear run(int records, long everyMs, boolean online) {
    if (online) {
      outbox.connected(0);
    }
    long lastMs = (records + 1L) * everyMs;
    for (long nowMs = everyMs; nowMs < lastMs; nowMs += Math.min(everyMs, STEP_MS)) {
      if (nowMs % everyMs == 0) {
        outbox.take(JournalProbe.reading(nowMs / everyMs), nowMs);
      }
      while (outbox.due(nowMs)) {
        acknowledge(outbox.batch(++tickets, nowMs), nowMs);
      }
      outbox.tick(nowMs);
      carryOut(nowMs);
    }
    return new Wear(records, disk.blockBytes(), disk.newFileBytes());
  }

  private void acknowledge(Telemetry batch, long nowMs) {
    for (Sample sample : batch.samples()) {
      received = received.with(sample.sequence(), sample.sequence());
    }
    outbox.acknowledged(new Ack(1, EPOCH, received, ""), nowMs);
  }

  private void carryOut(long nowMs) {
    while (!orders.isEmpty()) {
      for (BadgeEvent event : card.keep(orders.remove(), nowMs)) {
        switch (event) {
          case BadgeEvent.Kept(long through) -> outbox.kept(through);
          case BadgeEvent.Evicted(var losses) -> outbox.evicted(losses, nowMs);
          default -> throw new IllegalStateException("the card does not take records: " + event);
        }
      }
    }
  }
}
