package io.baedge.badge.outbox;

import io.baedge.model.telemetry.Sample;
import java.util.List;

/** What the outbox wants of the card. */
public interface OutboxOrders {
  /** Append these records of this epoch, durably. */
  void keep(List<Sample> samples);

  /** Records of the epoch up to the sequence are not needed on the card any more. */
  void forget(long epoch, long throughSequence);
}
