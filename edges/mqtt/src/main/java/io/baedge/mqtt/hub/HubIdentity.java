package io.baedge.mqtt.hub;

import io.baedge.model.id.Partition;
import io.baedge.model.id.SiteId;
import io.baedge.mqtt.Topic;
import java.util.List;
import java.util.stream.IntStream;

/// Who the hub is to its badges: site, name, the partitions it owns, and the two messages of its
/// status topic (the second is its will).
@SuppressWarnings("ArrayRecordComponent")
public record HubIdentity(
    SiteId site, String hub, List<Partition> partitions, byte[] online, byte[] offline) {
  public HubIdentity {
    partitions = partitions.stream().distinct().sorted().toList();
  }

  /// Owns every partition of the site, as the only hub does.
  public static HubIdentity alone(SiteId site, String hub, byte[] online, byte[] offline) {
    List<Partition> all = IntStream.range(0, Partition.COUNT).mapToObj(Partition::new).toList();
    return new HubIdentity(site, hub, all, online, offline);
  }

  /// Where the hub says whether it is there.
  public Topic.HubStatus statusTopic() {
    return new Topic.HubStatus(site, hub);
  }
}
