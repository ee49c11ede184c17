package io.baedge.mqtt;

import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Partition;
import io.baedge.model.id.SiteId;
import java.util.List;
import java.util.Optional;

/// Names of topics and back:
///
/// - up `baedge/v1/{site}/{p}/{device}/status|telemetry|reported|log`
/// - down `baedge/v1/{site}/{p}/{device}/desired|command|ack`
/// - hubs `baedge/v1/{site}/_hub/{hub}/status`
///
/// `p` is the partition of the device in two hex digits.
public final class Topics {
  private static final String ROOT = "baedge/v1/";
  private static final String HUB_LEVEL = "_hub";
  private static final int MAX_LENGTH = 128;
  private static final int DEVICE_LEVELS = 6;

  private Topics() {}

  /// The name of the topic.
  public static String name(Topic topic) {
    return switch (topic) {
      case Topic.Up(SiteId site, DeviceId device, UpKind kind) ->
          prefix(site, device) + kind.level();
      case Topic.Down(SiteId site, DeviceId device, DownKind kind) ->
          prefix(site, device) + kind.level();
      case Topic.HubStatus(SiteId site, String hub) ->
          ROOT + site.text() + "/" + HUB_LEVEL + "/" + hub + "/" + UpKind.STATUS.level();
    };
  }

  public static String up(SiteId site, DeviceId device, UpKind kind) {
    return name(new Topic.Up(site, device, kind));
  }

  public static String down(SiteId site, DeviceId device, DownKind kind) {
    return name(new Topic.Down(site, device, kind));
  }

  /// Everything before the last level of a device's topics, with the slash.
  public static String prefix(SiteId site, DeviceId device) {
    return ROOT + site.text() + "/" + device.partition().hex() + "/" + device.text() + "/";
  }

  /// What a badge subscribes to: its own down topics and the status of the hubs of its site.
  public static List<String> badgeFilters(SiteId site, DeviceId device) {
    return List.of(
        down(site, device, DownKind.DESIRED),
        down(site, device, DownKind.COMMAND),
        down(site, device, DownKind.ACK),
        hubStatusFilter(site));
  }

  /// Matches the status of every hub of the site.
  public static String hubStatusFilter(SiteId site) {
    return ROOT + site.text() + "/" + HUB_LEVEL + "/+/" + UpKind.STATUS.level();
  }

  /// Matches what the devices of a partition say with this kind.
  public static String upFilter(SiteId site, Partition partition, UpKind kind) {
    return ROOT + site.text() + "/" + partition.hex() + "/+/" + kind.level();
  }

  /// The topic with this name; empty for every name that is not exactly one of ours, also when the
  /// partition is not the device's.
  public static Optional<Topic> parse(String name) {
    if (name.length() > MAX_LENGTH || !name.startsWith(ROOT)) {
      return Optional.empty();
    }
    String[] levels = name.split("/", -1);
    if (levels.length != DEVICE_LEVELS) {
      return Optional.empty();
    }
    Optional<SiteId> site = SiteId.parse(levels[2]);
    if (site.isEmpty()) {
      return Optional.empty();
    }
    if (levels[3].equals(HUB_LEVEL)) {
      return hubStatus(site.get(), levels[4], levels[5]);
    }
    return ofDevice(site.get(), levels);
  }

  private static Optional<Topic> hubStatus(SiteId site, String hub, String level) {
    return Topic.HubStatus.validName(hub) && level.equals(UpKind.STATUS.level())
        ? Optional.of(new Topic.HubStatus(site, hub))
        : Optional.empty();
  }

  private static Optional<Topic> ofDevice(SiteId site, String[] levels) {
    Optional<DeviceId> device = DeviceId.parse(levels[4]);
    if (device.isEmpty() || !device.get().partition().hex().equals(levels[3])) {
      return Optional.empty();
    }
    Optional<UpKind> up = UpKind.parse(levels[5]);
    if (up.isPresent()) {
      return Optional.of(new Topic.Up(site, device.get(), up.get()));
    }
    return DownKind.parse(levels[5]).map(kind -> new Topic.Down(site, device.get(), kind));
  }
}
