package io.baedge.badge;

import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.relay.RelayEvent;
import io.baedge.badge.uplink.Way;
import io.baedge.badge.value.ValueAnswer;
import io.baedge.kit.journal.Loss;
import io.baedge.model.message.DownMessage;
import io.baedge.model.telemetry.Reading;
import io.baedge.model.telemetry.Sample;
import io.baedge.screen.Frame;
import io.baedge.screen.compose.FrameReport;
import java.util.List;

/** Something that happened to a badge. Its owner tells it, one at a time. */
public sealed interface BadgeEvent {
  /** No server said when to come back. */
  long NO_RETRY_AFTER = -1;

  /**
   * The program runs and everything it remembered has been handed in; first of all events.
   *
   * @param boot names the start of the board from which the monotonic clock counts; empty when
   *     nobody can tell
   */
  record Started(String boot) implements BadgeEvent {
    /** Of a board that cannot name its start: its clock counts as a new one. */
    public Started() {
      this("");
    }
  }

  /** Time has passed: at or after {@link Badge#nextDeadlineMonoMs()}. */
  record Tick() implements BadgeEvent {}

  /** What was measured; one sample is taken of each. */
  record Sensed(List<Reading> readings) implements BadgeEvent {
    public Sensed {
      readings = List.copyOf(readings);
    }
  }

  /** A workload runs. */
  record WorkStarted(String name, long run) implements BadgeEvent {}

  /**
   * A workload ended, or did not start.
   *
   * @param how for people, for example its exit code and its last words
   */
  record WorkEnded(String name, long run, boolean failed, String how) implements BadgeEvent {}

  /**
   * The radio or cable was lost or is back.
   *
   * @param accessPoint BSSID or name; empty when none or unknown
   */
  record LinkChanged(boolean up, String accessPoint) implements BadgeEvent {}

  /** The networks that are up have changed; told only where somebody can tell them apart. */
  record NetworksChanged(List<Way.Seen> networks) implements BadgeEvent {
    public NetworksChanged {
      networks = List.copyOf(networks);
    }
  }

  /**
   * The hub let the device in.
   *
   * @param keepAliveMs as the hub wants it
   * @param receiveMaximum how many messages may wait for their receipt at once
   */
  record Connected(long keepAliveMs, int receiveMaximum) implements BadgeEvent {}

  /**
   * The hub answered and sent the device away.
   *
   * @param retryAfterMs when the hub wants to see it again, from now on; {@link #NO_RETRY_AFTER}
   *     when it did not say
   */
  record Refused(String reason, long retryAfterMs) implements BadgeEvent {}

  /** Nobody answered. */
  record ConnectFailed(String reason) implements BadgeEvent {}

  /** The session ended. */
  record Closed(String reason) implements BadgeEvent {}

  /** The hub said something. */
  record Heard(DownMessage message) implements BadgeEvent {}

  /** The receipt of a published message came. */
  record Published(long ticket) implements BadgeEvent {}

  /** The message was not taken. */
  record PublishFailed(long ticket, String reason) implements BadgeEvent {}

  /** The picture asked for is ready. */
  record Composed(long request, Frame frame, FrameReport report) implements BadgeEvent {}

  /** The picture asked for cannot be made. */
  record ComposeFailed(long request, String reason) implements BadgeEvent {}

  /** The panel has settled. */
  record Refreshed(long request, String hash) implements BadgeEvent {}

  /** The panel did not take the picture. */
  record RefreshFailed(long request, String reason) implements BadgeEvent {}

  /** The records of this epoch up to the sequence that were to be kept are safe on the card. */
  record Kept(long throughSequence) implements BadgeEvent {}

  /** The card did not take the records. */
  record KeepFailed(String reason) implements BadgeEvent {}

  /** The card let go of records that the hub did not have, to keep within its bound. */
  record Evicted(List<Loss> losses) implements BadgeEvent {
    public Evicted {
      losses = List.copyOf(losses);
    }
  }

  /**
   * Records that the card holds.
   *
   * @param fromSequence as it was asked for
   * @param samples sorted by sequence
   */
  record Fetched(long epoch, long fromSequence, List<Sample> samples) implements BadgeEvent {
    public Fetched {
      samples = List.copyOf(samples);
    }
  }

  /** The card could not be read. */
  record FetchFailed(String reason) implements BadgeEvent {}

  /**
   * Somebody at the badge wants something; answered once with {@link BadgeEffect.Answer}.
   *
   * @param request numbers the owner's requests
   */
  record LocalRequest(long request, LocalCommand command) implements BadgeEvent {}

  /** What came of {@link BadgeEffect.AskValue}. */
  record ValueAnswered(String name, long ask, ValueAnswer answer) implements BadgeEvent {}

  /** A neighbour does something; answered with {@link BadgeEffect.Relay}. */
  record Neighbour(RelayEvent event) implements BadgeEvent {}

  /** The board cannot be powered down with an alarm. */
  record PowerDownFailed(String reason) implements BadgeEvent {}

  /** The program is asked to end; the picture stays. */
  record Stopping() implements BadgeEvent {}

  /**
   * Layouts or pictures of own screens have changed.
   *
   * @param known names of all screens that can be drawn now, the built-in ones too
   * @param problems what is wrong with files, one sentence each
   */
  record ScreensChanged(List<String> known, List<String> problems) implements BadgeEvent {
    public ScreensChanged {
      known = List.copyOf(known);
      problems = List.copyOf(problems);
    }
  }
}
