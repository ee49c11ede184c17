package io.baedge.hub;

import io.baedge.hub.ingest.DrainPace;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.store.Write;
import io.baedge.model.Now;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Ack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Transactions on their way to the store, and what waits for them. */
final class Pending {
  private final long generation;
  private final boolean early;
  private final DrainPace drainPace;
  private final ToLongFunction<DeviceId> newestEpoch;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private long lastTx;
  private int asked;

  private record Waiting(long tx, long sinceMonoMs, List<Promise> promises) {}

  private record Stream(DeviceId device, long epoch) {
    // Written out: one lookup for each message that is acknowledged.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Stream s && epoch == s.epoch && device.equals(s.device);
    }

    @Override
    public int hashCode() {
      return device.hashCode() * 31 + Long.hashCode(epoch);
    }
  }

  /**
   * Nothing is on its way.
   *
   * @param early the fault of acknowledging before the commit
   * @param newestEpoch the highest epoch that was heard of a device
   */
  Pending(
      long generation, boolean early, DrainPace drainPace, ToLongFunction<DeviceId> newestEpoch) {
    this.generation = generation;
    this.early = early;
    this.drainPace = drainPace;
    this.newestEpoch = newestEpoch;
  }

  /** How many messages and requests wait. */
  int size() {
    return asked;
  }

  /** Hands the writes to the store and keeps the promises until then. */
  void add(List<Write> writes, List<Promise> made, List<HubEffect> effects, Now now) {
    // An empty list goes on to the next turn; what waits must not see what is promised there.
    List<Promise> kept = made.isEmpty() ? List.of() : made;
    if (early) {
      kept = new ArrayList<>();
      List<Promise> broken = new ArrayList<>();
      for (Promise promise : made) {
        boolean acknowledges =
            promise instanceof Promise.Taken || promise instanceof Promise.Stored;
        (acknowledges ? broken : kept).add(promise);
      }
      fulfil(List.of(new Waiting(0, now.monoMs(), broken)), effects, now);
    }
    if (!writes.isEmpty()) {
      effects.add(new HubEffect.Commit(++lastTx, writes));
      waiting.add(new Waiting(lastTx, now.monoMs(), kept));
    } else if (waiting.isEmpty()) {
      fulfil(List.of(new Waiting(0, now.monoMs(), kept)), effects, now);
      return;
    } else if (!kept.isEmpty()) {
      // What is promised may rest on a decision that is not stored yet.
      waiting.add(new Waiting(lastTx, now.monoMs(), kept));
    }
    asked += asked(kept);
  }

  /** Everything up to the transaction is stored. */
  void committed(long tx, List<HubEffect> effects, Now now) {
    List<Waiting> due = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.getFirst().tx() <= tx) {
      Waiting first = waiting.removeFirst();
      asked -= asked(first.promises());
      due.add(first);
    }
    fulfil(due, effects, now);
  }

  /** Nothing from the transaction on will be stored: only those who asked are told. */
  void failed(String reason, List<HubEffect> effects) {
    for (Waiting each : waiting) {
      for (Promise promise : each.promises()) {
        if (promise instanceof Promise.Answer(long requestId, Outcome _)) {
          effects.add(new HubEffect.Reply(requestId, new Outcome.Failed(reason)));
        }
      }
    }
    waiting.clear();
    asked = 0;
  }

  /** What others wait for; what the hub sends of its own accord does not count. */
  private static int asked(List<Promise> promises) {
    int count = 0;
    for (Promise promise : promises) {
      boolean waits = promise instanceof Promise.Taken || promise instanceof Promise.Answer;
      count += waits ? 1 : 0;
    }
    return count;
  }

  private void fulfil(List<Waiting> due, List<HubEffect> effects, Now now) {
    Map<Stream, Promise.Stored> acks = new LinkedHashMap<>();
    for (Waiting each : due) {
      for (Promise promise : each.promises()) {
        switch (promise) {
          case Promise.Taken(long ticket) -> effects.add(new HubEffect.Accept(ticket));
          case Promise.Answer(long id, Outcome outcome) ->
              effects.add(new HubEffect.Reply(id, outcome));
          case Promise.Message(DeviceId device, var message) ->
              effects.add(new HubEffect.Send(device, message));
          case Promise.Stored stored ->
              acks.merge(
                  new Stream(stored.device(), stored.epoch()),
                  stored,
                  (earlier, later) -> later.after(earlier));
        }
      }
    }
    long waitedMs = due.isEmpty() ? 0 : now.monoMs() - due.getFirst().sinceMonoMs();
    int pacePerS = acks.isEmpty() ? 0 : drainPace.grant(asked, waitedMs);
    for (Promise.Stored ack : acks.values()) {
      long newest = newestEpoch.applyAsLong(ack.device());
      var message =
          new Ack(
              generation,
              ack.epoch(),
              ack.received().forAcknowledgement(),
              ack.frameHash(),
              time(ack, now),
              pacePerS,
              newest > ack.epoch() ? newest : 0);
      effects.add(new HubEffect.Send(ack.device(), message));
    }
  }

  private static Ack.HubTime time(Promise.Stored ack, Now now) {
    return ack.echoMonoMs() == Promise.Stored.NO_TIME || !now.wallSynced() || now.wallMs() <= 0
        ? Ack.HubTime.NONE
        : new Ack.HubTime(now.wallMs(), ack.echoMonoMs());
  }
}
