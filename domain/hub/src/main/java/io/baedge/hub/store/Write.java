package io.baedge.hub.store;

import io.baedge.hub.request.Scope;
import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Partition;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.telemetry.Received;
import io.baedge.model.wearer.WearerCard;
import java.util.List;
import java.util.Optional;

/** One row that the hub wants stored. Each maps to one insert or one upsert by its key. */
public sealed interface Write {
  /** State: an upsert by key; the newest row of every key is part of the snapshot. */
  sealed interface Row extends Write {}

  /** A happening: an insert, never changed, no part of the snapshot. */
  sealed interface Entry extends Write {}

  /**
   * A device that has been seen or was named by an operator. Key: device.
   *
   * @param protocol version it speaks; 0 = not heard yet
   */
  record Device(
      DeviceId device,
      DeviceFacts facts,
      int protocol,
      List<String> capabilities,
      long firstSeenWallMs)
      implements Row {
    public Device {
      capabilities = List.copyOf(capabilities);
    }
  }

  /**
   * What a device last said of its coming and going. Key: device.
   *
   * @param heardWallMs when it was last heard, as far as stored
   * @param nextContactWallMs when it wants to be heard again; 0 = it did not say
   */
  record Contact(
      DeviceId device,
      Status.Phase phase,
      long connection,
      long heardWallMs,
      long nextContactWallMs)
      implements Row {}

  /**
   * A badge. Key: badge.
   *
   * @param retiredWallMs 0 = in use
   */
  record Badge(BadgeId badge, List<String> labels, long createdWallMs, long retiredWallMs)
      implements Row {
    public Badge {
      labels = List.copyOf(labels);
    }
  }

  /** A device speaks for a badge from one moment to another. Key: token. */
  record Binding(
      FencingToken token,
      BadgeId badge,
      DeviceId device,
      long fromWallMs,
      long toWallMs,
      Ending ending)
      implements Row {
    /** How a hand-over ended. */
    public enum Ending {
      /** It goes on; {@code toWallMs} is 0. */
      OPEN,
      /** The badge moved to another device. */
      REPLACED,
      /** The device was given back, or freed after it was replaced. */
      RETURNED
    }
  }

  /**
   * An attendee wears a badge from one moment to another. Key: serial.
   *
   * @param serial from the counter of the tokens
   * @param toWallMs 0 = still
   */
  record Wearing(long serial, BadgeId badge, WearerId wearer, long fromWallMs, long toWallMs)
      implements Row {}

  /** A person. Key: card.wearer. */
  record Person(WearerCard card, long changedWallMs) implements Row {}

  /** A layer of desired values. Key: scope (kind and key). An emptied layer stays. */
  record Layer(Scope scope, Doc.Fields values, Revision revision, String who, long changedWallMs)
      implements Row {}

  /**
   * A pushed screen. Key: badge.
   *
   * @param badge empty = pushed to all
   * @param push empty = ended
   */
  record Pushed(Optional<BadgeId> badge, Optional<Push> push, Revision revision) implements Row {}

  /** An announcement. Key: announcement.id. */
  record Announced(Announcement announcement, Scope scope, Revision revision, boolean withdrawn)
      implements Row {}

  /** The conference and all its sessions. Key: none, there is one. */
  record Schedule(Conference conference, List<Session> sessions, Revision revision) implements Row {
    public Schedule {
      sessions = List.copyOf(sessions);
    }
  }

  /**
   * What a device said last of what it has become; the glass is without its picture. Key: device.
   */
  record Twin(DeviceId device, Reported reported, long receivedWallMs) implements Row {}

  /**
   * Which records of a device's epoch are stored. Key: device and epoch. Of several in one
   * transaction only the last needs to be written.
   */
  record Marks(DeviceId device, long epoch, Received received) implements Row {}

  /** The store-wide counters. Key: none, there is one. */
  record Counters(long revision, long token) implements Row {}

  /** A picture, by the hash of its frame; one that is already there is left alone. */
  record Frame(String hash, byte[] bytes, long receivedWallMs) implements Entry {}

  /**
   * Samples that were not stored before. Device, epoch and first sequence are unique. The columns
   * are not copied: nobody changes them.
   *
   * @param columns in the form of {@link io.baedge.model.codec.SampleColumns}
   */
  record Chunk(
      Partition partition, DeviceId device, long epoch, Span span, Anchor anchor, byte[] columns)
      implements Entry {
    /**
     * Its sequences.
     *
     * @param count how many samples, which may leave gaps between first and last
     */
    public record Span(long first, long last, int count) {}

    /**
     * One moment on two clocks.
     *
     * @param receivedWallMs the hub's wall clock at receipt
     * @param sentMonoMs the device's monotonic clock when it sent them; {@link
     *     io.baedge.model.message.Telemetry#NO_ANCHOR} when that was another clock than theirs
     */
    public record Anchor(long receivedWallMs, long sentMonoMs) {}
  }

  /** A line of the event log. */
  record Noted(HubNote note) implements Entry {}
}
