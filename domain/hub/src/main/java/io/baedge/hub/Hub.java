package io.baedge.hub;

import io.baedge.hub.store.HubSnapshot;
import io.baedge.model.Now;
import java.util.List;

/**
 * A hub: decides what badges shall be, keeps what they say, and knows who is heard. One thread owns
 * it. What it decides holds in memory at once; what it promises (Accept, Send, Reply) waits until
 * the store has committed.
 */
public final class Hub {
  private final HubSettings settings;

  /** A hub that goes on from what the store holds. */
  public Hub(HubSettings settings, HubSnapshot snapshot, Now startedAt) {
    this.settings = settings;
  }

  /** Decides. */
  public List<HubEffect> on(HubEvent event, Now now) {
    throw new UnsupportedOperationException("the decisions of site " + settings.site() + " follow");
  }

  /** When the hub wants a Tick at the latest, on the monotonic clock. */
  public long nextDeadlineMonoMs() {
    return Long.MAX_VALUE;
  }
}
