package io.baedge.badge.outbox;

import io.baedge.model.telemetry.Sample;
import java.util.List;

/** What the outbox wants of the card. */
public interface OutboxOrders {
  /** Append these records of this epoch, durably. */
  void keep(List<Sample> samples);

  /** The hub's store of that generation has the epoch up to the sequence: it may make room. */
  void acknowledged(long generation, long epoch, long throughSequence);

  /** Read the lowest records of the epoch from the sequence on. */
  void fetch(long epoch, long fromSequence, int most);

  /** Something went wrong with the card, or is well again. */
  void cardTrouble(String text);
}
