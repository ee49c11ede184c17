package io.baedge.bench;

import io.baedge.badge.BadgeEffect;
import io.baedge.badge.BadgeEvent;
import io.baedge.badge.BadgeSettings;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badge.screen.RefreshKind;
import io.baedge.badge.tier.TierSettings;
import io.baedge.badge.uplink.HubAddress;
import io.baedge.kit.time.VirtualTime;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.PanelTimings;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.TierTable;
import io.baedge.screen.library.ScreenRenderer;
import io.baedge.sim.chance.Chance;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.device.Battery;
import io.baedge.sim.device.Device;
import io.baedge.sim.device.DeviceWatch;
import io.baedge.sim.device.Drain;
import io.baedge.sim.device.MemoryCard;
import io.baedge.sim.device.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// 24 hours of a badge at a conference in virtual time, its battery held in one tier: what its
/// panel does, and how much its board draws.
final class PanelDay {
  static final long DAY_MS = 86_400_000;
  private static final long HOUR_MS = 3_600_000;
  private static final int FIRST_PRESS_HOUR = 9;
  private static final int PRESSES = 20;
  private static final long PRESS_EVERY_MS = 27 * 60_000;
  private static final double NO_DRAIN = 0;

  private final VirtualTime time = new VirtualTime(0);
  private final PanelModel panel;
  private final Device device;
  private final Map<RefreshKind, Integer> refreshes = new EnumMap<>(RefreshKind.class);
  private long lastMs;
  private double part;
  private double partMs;
  private double onMs;
  private double radioMs;
  private boolean radio;
  private long wear;

  /// What a day came to.
  ///
  /// @param refreshes by kind
  /// @param panelJoules by the published power and the times of the model
  /// @param wear weighted refreshes
  /// @param drawn mean draw as a part of the full draw
  /// @param on part of the day that the board was on
  /// @param radio part of the day that the radio worked
  record Figures(
      Map<RefreshKind, Integer> refreshes,
      double panelJoules,
      long wear,
      double drawn,
      double on,
      double radio) {
    int of(RefreshKind kind) {
      return refreshes.getOrDefault(kind, 0);
    }
  }

  private PanelDay(PanelModel panel, int batteryPercent, DayHub.Plan plan) {
    this.panel = panel;
    var chance = new Chance(1);
    var renderer = new ScreenRenderer();
    var world =
        new World(
            time,
            plan.midnightMs(),
            (_, picture) ->
                renderer.render(picture.screen(), panel, picture.values()).orElseThrow(),
            new Spread(20, 150),
            new Spread(5, 60),
            new Watch());
    var facts = new DeviceFacts(panel.name(), "simulated", "simulated", "", 512, "");
    BadgeSettings settings =
        BadgeSettings.of(
                DeviceId.ofPublicKey(new byte[] {1}),
                facts,
                panel,
                List.of(new HubAddress("hub", 1883)))
            .withBounds(
                BadgeSettings.Bounds.DEFAULT.withTiers(new TierSettings(TierTable.DEFAULT, true)));
    var battery = new Battery(batteryPercent, NO_DRAIN, 0);
    this.device =
        new Device(
            0,
            settings,
            new MemoryCard(chance.stream("card")),
            battery,
            world,
            new DayHub(time, plan),
            chance);
  }

  /// Lives a day.
  static Figures run(PanelModel panel, PowerTier tier, DayHub.Plan plan) {
    return new PanelDay(panel, percentOf(tier), plan).day();
  }

  /// A level at which the badge is in the tier and stays.
  private static int percentOf(PowerTier tier) {
    return tier == PowerTier.FULL ? 80 : TierTable.DEFAULT.limit(tier).enterPercent();
  }

  private Figures day() {
    device.powerOn();
    device.radio("ap", -60, 6);
    for (int i = 0; i < PRESSES; i++) {
      int button = 1 + i % 4;
      time.at(
          FIRST_PRESS_HOUR * HOUR_MS + i * PRESS_EVERY_MS,
          () -> device.local(new LocalCommand.ButtonPressed(button)));
    }
    time.runUntil(DAY_MS);
    account();
    return new Figures(refreshes, joules(), wear, partMs / DAY_MS, onMs / DAY_MS, radioMs / DAY_MS);
  }

  private double joules() {
    PanelTimings timings = PanelTimings.of(panel);
    double busyMs = 0;
    for (Map.Entry<RefreshKind, Integer> entry : refreshes.entrySet()) {
      long eachMs =
          switch (entry.getKey()) {
            case FULL -> timings.fullMs();
            case FAST -> timings.fastMs();
            case PARTIAL -> timings.partialMs();
            case CLEANING -> 2 * timings.fullMs();
          };
      busyMs += (double) eachMs * entry.getValue();
    }
    return busyMs / 1_000 * DayBench.PANEL_MW / 1_000;
  }

  private void account() {
    long now = time.nowMs();
    partMs += part * (now - lastMs);
    onMs += part > 0 ? now - lastMs : 0;
    radioMs += radio ? now - lastMs : 0;
    lastMs = now;
  }

  private final class Watch implements DeviceWatch {
    @Override
    public void effect(Device of, BadgeEffect effect) {
      if (effect instanceof BadgeEffect.Refresh refresh) {
        refreshes.merge(refresh.kind(), 1, Integer::sum);
      }
    }

    @Override
    public void settled(Device of, BadgeEvent event) {
      account();
      of.view()
          .ifPresent(
              view -> {
                radio = view.tiers().radio().on();
                part = Drain.part(view.tiers().power().tier(), radio, 0);
                wear = view.screen().counters().wear();
              });
    }

    @Override
    public void stopped(Device of) {
      account();
      part = 0;
      radio = false;
    }
  }
}
