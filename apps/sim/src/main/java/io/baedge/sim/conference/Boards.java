package io.baedge.sim.conference;

import io.baedge.badge.BadgeFault;
import io.baedge.badge.BadgeSettings;
import io.baedge.badge.tier.TierSettings;
import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.Way;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.tier.TierTable;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.device.Battery;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.MemoryCard;
import io.baedge.sim.device.World;
import io.baedge.sim.scenario.NeighbourPlan;
import java.util.List;
import java.util.Set;

/** Makes the boards of a simulated conference. */
final class Boards {
  private static final List<String> PANELS = List.of("2in13_V4", "2in9b_V4", "2in7_V2", "2in9_V2");
  private static final int KEY_BYTES = 32;

  private static final List<HubAddress> HUBS = List.of(new HubAddress("hub", 1883));

  private Boards() {}

  /** What all boards of a run have in common. */
  record Making(NeighbourPlan neighbours, Set<BadgeFault> faults) {}

  static Device board(
      int number, World world, Network network, Chance own, Battery battery, Making making) {
    byte[] key = new byte[KEY_BYTES];
    own.stream("key").nextBytes(key);
    PanelModel panel = PanelModel.find(PANELS.get(number % PANELS.size())).orElseThrow();
    var facts = new DeviceFacts(panel.name(), "simulated", "simulated", "0.1.0", 512, "");
    // Half of the boards have an alarm and nap; the others run until they are empty.
    var tiers = new TierSettings(TierTable.DEFAULT, number % 2 == 0);
    BadgeSettings settings =
        BadgeSettings.of(DeviceId.ofPublicKey(key), facts, panel, HUBS)
            .withBounds(
                BadgeSettings.Bounds.DEFAULT.withTiers(tiers).withRelay(making.neighbours.relay()))
            .withFaults(making.faults);
    if (making.neighbours.heard()) {
      settings =
          settings.withWays(
              List.of(
                  new Way("wifi", Way.Over.WIFI, "", HUBS),
                  new Way("neighbour", Way.Over.NEIGHBOUR, "", HUBS)));
    }
    return new Device(
        number, settings, new MemoryCard(own.stream("card")), battery, world, network, own);
  }
}
