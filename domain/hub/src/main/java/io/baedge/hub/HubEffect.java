package io.baedge.hub;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DownMessage;
import java.util.List;

/** Something that the hub wants done. */
public sealed interface HubEffect {
  /**
   * Store all of the writes or none, and say Committed. Transactions are stored in their order;
   * several may share one transaction of the store.
   *
   * @param tx counts up from 1
   */
  record Commit(long tx, List<Write> writes) implements HubEffect {
    public Commit {
      writes = List.copyOf(writes);
    }
  }

  /** The message is dealt with: acknowledge it to the sender (PUBACK). */
  record Accept(long ticket) implements HubEffect {}

  /** The message will never be taken: tell the sender so that it does not send it again. */
  record Refuse(long ticket, String reason) implements HubEffect {}

  /** Send to the device if it is connected; else drop, it is sent again on connect. */
  record Send(DeviceId device, DownMessage message) implements HubEffect {}

  /** The answer to a request. */
  record Reply(long requestId, Outcome outcome) implements HubEffect {}

  /** A line of the console has changed. */
  record Show(BadgeOverview row) implements HubEffect {}

  /** The line with this {@link BadgeOverview#key()} is gone. */
  record Hide(String key) implements HubEffect {}

  /** The counts have changed. */
  record ShowFleet(FleetCounts counts) implements HubEffect {}

  /** For the event stream. */
  record Note(HubNote note) implements HubEffect {}
}
