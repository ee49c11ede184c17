package io.baedge.sim.conference;

import io.baedge.sim.device.Device;
import io.baedge.sim.scenario.Durations;
import java.util.Arrays;
import java.util.List;

/**
 * What a badge still holds and the hub lacks comes while they talk: the lowest such record does not
 * stay the same for long in one session. A hub that was restored from a backup lacks much.
 */
final class ReturnInvariant {
  private static final long WITHIN_MS = 600_000;

  private final RecordBook book;
  private final Waiting[] waiting;

  private static final class Waiting {
    private long session = -1;
    private long epoch;
    private long lacking;
    private long sinceMs;
  }

  ReturnInvariant(RecordBook book) {
    this.book = book;
    this.waiting = new Waiting[book.deviceCount()];
    Arrays.setAll(waiting, _ -> new Waiting());
  }

  /** Each virtual minute. */
  void sweep(Network network, long nowMs) {
    for (Device device : book.devices()) {
      Waiting state = waiting[device.number()];
      long session = network.session(device);
      if (session < 0) {
        state.session = session;
        continue;
      }
      look(device, state, session, nowMs);
    }
  }

  private void look(Device device, Waiting state, long session, long nowMs) {
    List<RecordStream> epochs = book.of(device.number());
    long epoch = 1;
    long lacking = 0;
    for (; epoch < epochs.size(); epoch++) {
      RecordStream stream = epochs.get(Math.toIntExact(epoch));
      lacking = epoch == device.epoch() ? lackingNow(stream) : lackingBefore(stream);
      if (lacking > 0) {
        break;
      }
    }
    if (session != state.session || epoch != state.epoch || lacking != state.lacking) {
      state.session = session;
      state.epoch = epoch;
      state.lacking = lacking;
      state.sinceMs = nowMs;
    } else if (lacking > 0 && nowMs - state.sinceMs > WITHIN_MS) {
      throw new InvariantBroken(
          Invariant.TAKEN_IS_KEPT,
          device.number(),
          book.name(device.number(), epoch, lacking)
              + " is held by the badge and did not come in "
              + Durations.text(nowMs - state.sinceMs)
              + " of a session");
    }
  }

  /** Of the present epoch: everything that was sent once and not declared gone; 0 for nothing. */
  private static long lackingNow(RecordStream stream) {
    long next = stream.stored.nextClearBit(Math.toIntExact(stream.low));
    while (next <= stream.highestSent && stream.gone.get(Math.toIntExact(next))) {
      next = stream.stored.nextClearBit(Math.toIntExact(next + 1));
    }
    return next <= stream.highestSent ? next : 0;
  }

  /** Of an earlier one: what its card still owes. */
  private static long lackingBefore(RecordStream stream) {
    int next = stream.owed.nextSetBit(1);
    while (next >= 0 && stream.wasStored(next)) {
      next = stream.owed.nextSetBit(next + 1);
    }
    return Math.max(0, next);
  }
}
