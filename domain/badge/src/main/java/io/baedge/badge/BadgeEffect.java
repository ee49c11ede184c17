package io.baedge.badge;

import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.relay.RelayOrder;
import io.baedge.badge.screen.PictureRequest;
import io.baedge.badge.screen.RefreshKind;
import io.baedge.badge.value.ValueSource;
import io.baedge.model.message.DeviceLog;
import io.baedge.model.message.Status;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Sample;
import io.baedge.screen.Frame;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Something that a badge wants done. Its owner does it and tells the outcome as an event. */
public sealed interface BadgeEffect {
  /** Measure; answered by {@link BadgeEvent.Sensed}. */
  record Sense() implements BadgeEffect {}

  /**
   * Open a session; answered by Connected, Refused or ConnectFailed.
   *
   * @param uplink index in {@link BadgeSettings#hubs()}
   * @param will what the hub is to hear if the device vanishes
   * @param keepAliveMs to ask for
   * @param timeoutMs until the attempt has failed
   */
  record Connect(int uplink, Status will, long keepAliveMs, long timeoutMs)
      implements BadgeEffect {}

  /**
   * End the session or the attempt; no Closed need follow.
   *
   * @param last to say first, if the session still carries it
   */
  record Disconnect(String reason, Optional<Status> last) implements BadgeEffect {}

  /**
   * Ask whoever owns the radio to use a network that it knows; {@link BadgeEvent.NetworksChanged}
   * tells what came of it.
   */
  record Join(String network) implements BadgeEffect {}

  /** Send with a receipt; answered by Published or PublishFailed unless the session ends. */
  record Publish(long ticket, UpMessage message) implements BadgeEffect {}

  /** Make a picture; answered by Composed or ComposeFailed. A newer request replaces an older. */
  record Compose(long request, PictureRequest picture) implements BadgeEffect {}

  /** Put the picture on the glass; answered by Refreshed or RefreshFailed. One at a time. */
  record Refresh(long request, Frame frame, RefreshKind kind) implements BadgeEffect {}

  /** Replace a small file as a whole; the names are those of {@link BadgeMemory}. */
  record Save(String name, byte[] bytes) implements BadgeEffect {
    public Save {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Save s && name.equals(s.name) && Arrays.equals(bytes, s.bytes);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + Arrays.hashCode(bytes);
    }
  }

  /**
   * Append records of this epoch to the card; answered by Kept or KeepFailed.
   *
   * @param samples sorted by sequence
   * @param force whether they must be durable before the answer
   */
  record Keep(List<Sample> samples, boolean force) implements BadgeEffect {
    public Keep {
      samples = List.copyOf(samples);
    }
  }

  /**
   * The hub's store of that generation has the records of the epoch up to the sequence: the card
   * may let go of them when it needs the space.
   */
  record Acknowledged(long generation, long epoch, long throughSequence) implements BadgeEffect {}

  /**
   * Read the lowest records of an epoch from a sequence on; answered by Fetched or FetchFailed.
   *
   * @param most fewer in the answer means that the card holds no more of the epoch
   */
  record Fetch(long epoch, long fromSequence, int most) implements BadgeEffect {}

  /** Answers a local request. */
  record Answer(long request, LocalAnswer answer) implements BadgeEffect {}

  /**
   * Power the board down with an alarm; the picture stays and everything that is to last is saved.
   * Answered by PowerDownFailed if it cannot be done.
   *
   * @param wakeInMs when the board is to start again, from now
   */
  record PowerDown(long wakeInMs) implements BadgeEffect {}

  /**
   * Save durably that this epoch was used, so that the next start counts above it, and start again
   * in order. When it cannot be saved nothing happens; it is asked for again.
   *
   * @param usedEpoch heard of this device by the hub, above the epoch of this start
   */
  record BeginAnew(long usedEpoch) implements BadgeEffect {}

  /**
   * Start a workload; answered by {@link BadgeEvent.WorkStarted} and, when it ends or does not
   * start, by {@link BadgeEvent.WorkEnded}.
   *
   * @param run counts its starts, so that the end of an earlier one is not taken for this one's
   */
  record StartWork(String name, long run) implements BadgeEffect {}

  /** Stop a workload, gently first; answered by {@link BadgeEvent.WorkEnded}. */
  record StopWork(String name, long run) implements BadgeEffect {}

  /**
   * Ask a source of values; answered by {@link BadgeEvent.ValueAnswered}.
   *
   * @param ask numbers the times of asking
   * @param mark of its last answer, which it need not give again; empty for none
   */
  record AskValue(ValueSource source, long ask, String mark) implements BadgeEffect {}

  /** Something for a neighbour; only on boards that tell {@link BadgeEvent.Neighbour}. */
  record Relay(RelayOrder order) implements BadgeEffect {}

  /** A line for the device's own log. */
  record Log(DeviceLog.Level level, String text) implements BadgeEffect {}
}
