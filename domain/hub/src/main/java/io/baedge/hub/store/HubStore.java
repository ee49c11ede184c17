package io.baedge.hub.store;

import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import java.util.List;
import java.util.Optional;

/** Keeps what the hub wants kept. The suite {@code HubStoreContract} says how one behaves. */
public interface HubStore {
  /** All state, for a hub that starts. */
  HubSnapshot load() throws StoreFailed;

  /** Stores all of the writes in their order, durably, or none of them. */
  void commit(List<Write> writes) throws StoreFailed;

  /** The picture with that hash. */
  Optional<byte[]> frame(String hash) throws StoreFailed;

  /** The chunks of a device's epoch, by first sequence. */
  List<Write.Chunk> chunks(DeviceId device, long epoch) throws StoreFailed;

  /** The newest notes of a badge, or of all, newest first. */
  List<HubNote> notes(Optional<BadgeId> badge, int limit) throws StoreFailed;

  /** The store could not do it: disk full, connection lost, constraint broken. */
  final class StoreFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreFailed(String reason) {
      super(reason);
    }

    public StoreFailed(String reason, Throwable cause) {
      super(reason, cause);
    }
  }
}
