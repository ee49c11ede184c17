package io.baedge.hubserver.loop;

import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import java.util.concurrent.CompletableFuture;

/** What the web and programs in the same process may do with the hub. Works from any thread. */
public interface HubAccess {
  /**
   * Asks the hub. A change is answered after it is committed. The future never fails: a hub that is
   * too busy, stopping or restarting answers {@link Outcome.Failed}. It completes on the hub's
   * thread: hand over, do not block.
   *
   * @param who for the record of what happened; empty when unknown
   */
  CompletableFuture<Outcome> ask(String who, Request request);

  /** The newest picture of the fleet. */
  FleetView fleet();

  /** Hears of every change until the returned handle is closed. */
  Subscription subscribe(FleetListener listener);

  /** How the hub is. */
  HubHealth health();

  /** Ends a subscription. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
