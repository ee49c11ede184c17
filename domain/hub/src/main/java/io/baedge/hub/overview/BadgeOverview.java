package io.baedge.hub.overview;

import io.baedge.model.desired.Ownership;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.link.LinkState;
import io.baedge.model.message.Decider;
import io.baedge.model.presence.Presence;
import io.baedge.model.telemetry.PowerSource;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.UplinkTier;
import java.util.List;
import java.util.Optional;

/** One line of the console: a badge, or a device that speaks for none. */
public record BadgeOverview(
    Identity identity,
    Optional<WornBy> wearer,
    Signs signs,
    Gauges gauges,
    Picture picture,
    Progress progress,
    Screens screens) {

  /**
   * Who it is.
   *
   * @param badge empty for a device that speaks for none
   * @param device empty for a badge without a device
   * @param panel model name; empty when unknown
   */
  public record Identity(
      Optional<BadgeId> badge,
      Optional<DeviceId> device,
      Ownership ownership,
      String panel,
      List<String> labels) {
    public Identity {
      labels = List.copyOf(labels);
    }
  }

  /** Who wears it. */
  public record WornBy(WearerId wearer, String name, String company, String role) {}

  /**
   * Signs of life.
   *
   * @param presence empty for a badge without a device
   * @param sinceWallMs when it became so
   * @param heardWallMs when the device was last heard, as of this row; 0 = not yet
   */
  public record Signs(
      Optional<Presence> presence, long sinceWallMs, long heardWallMs, LinkState link) {}

  /**
   * The newest readings; numbers may be {@link io.baedge.model.telemetry.Reading#UNKNOWN}.
   *
   * @param accessPoint empty when unknown
   * @param tiers as the badge reported them; empty before that
   */
  public record Gauges(
      int batteryPercent,
      PowerSource source,
      int rssiDbm,
      String accessPoint,
      Optional<Tiers> tiers) {}

  /** By which tiers the badge lives. */
  public record Tiers(PowerTier power, UplinkTier uplink) {}

  /** What is on the glass as far as the badge said; hash and screen are empty before that. */
  public record Picture(String hash, String screen, Decider decider) {}

  /**
   * Screens beside the built-in ones, as the badge reported them.
   *
   * @param own that it has
   * @param missing that it shall show and does not have
   */
  public record Screens(List<String> own, List<String> missing) {
    /** None of either. */
    public static final Screens NONE = new Screens(List.of(), List.of());

    public Screens {
      own = List.copyOf(own);
      missing = List.copyOf(missing);
    }
  }

  /**
   * How far the badge is.
   *
   * @param differences how many values it reports otherwise than desired
   * @param refusal why it did not take a revision; empty = it did not refuse
   */
  public record Progress(Revision desired, Revision applied, int differences, String refusal) {}

  /** The same for as long as the row is: the badge's id, or the device's after {@code device:}. */
  public String key() {
    return identity
        .badge()
        .map(BadgeId::text)
        .orElseGet(() -> "device:" + identity.device().map(DeviceId::text).orElse(""));
  }
}
