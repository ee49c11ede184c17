package io.baedge.badge;

import io.baedge.badge.local.ButtonPlan;
import io.baedge.badge.outbox.OutboxSettings;
import io.baedge.badge.relay.RelaySettings;
import io.baedge.badge.screen.ScreenSettings;
import io.baedge.badge.tier.TierSettings;
import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.Way;
import io.baedge.badge.value.ValueSource;
import io.baedge.badge.work.Workload;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.Rotation;
import io.baedge.screen.compose.Values;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What a badge is told once at its start.
 *
 * @param panel the panel it draws for
 * @param ways the badge's uplinks, the preferred first; none = the badge lives on its own
 * @param texts what the device itself knows, by the keys of screens, for example {@code
 *     wearer.name} or {@code nomad.address}; shown where the hub says nothing
 */
public record BadgeSettings(
    DeviceId device,
    DeviceFacts facts,
    PanelModel panel,
    List<Way> ways,
    Values texts,
    Bounds bounds,
    Collection<BadgeFault> faults) {
  /**
   * Limits and habits.
   *
   * @param guardPercent battery level from which on it counts as low: records are kept at once
   * @param tiers what the badge does with how much energy and with which uplink
   * @param workloads what runs on the badge beside it
   * @param relay what it does for neighbours
   * @param own what somebody set up at the badge
   */
  public record Bounds(
      OutboxSettings outbox,
      ScreenSettings screen,
      int guardPercent,
      TierSettings tiers,
      List<Workload> workloads,
      RelaySettings relay,
      Own own) {
    private static final List<String> BEHIND_BUTTONS =
        List.of("wearer", "schedule", "conference", "hardware");

    /** A screen behind each of four buttons, the next one and which badge it is by holding. */
    public static final ButtonPlan BUTTONS =
        new ButtonPlan(
            BEHIND_BUTTONS, List.of("identify", "next", "release", "redraw"), BEHIND_BUTTONS);

    /** What a badge has unless told otherwise. */
    public static final Bounds DEFAULT =
        new Bounds(OutboxSettings.DEFAULT, ScreenSettings.DEFAULT, 10);

    public Bounds {
      workloads = List.copyOf(workloads);
    }

    /** With the default tiers, without workloads, for no neighbour. */
    public Bounds(OutboxSettings outbox, ScreenSettings screen, int guardPercent) {
      this(
          outbox,
          screen,
          guardPercent,
          TierSettings.DEFAULT,
          List.of(),
          RelaySettings.NONE,
          new Own(BUTTONS, List.of()));
    }

    /** The same with other tiers. */
    public Bounds withTiers(TierSettings other) {
      return new Bounds(outbox, screen, guardPercent, other, workloads, relay, own);
    }

    /** The same with other screens. */
    public Bounds withScreens(List<String> known) {
      return new Bounds(
          outbox, screen.withKnown(known), guardPercent, tiers, workloads, relay, own);
    }

    /** The same for a glass that is turned. */
    public Bounds withRotation(Rotation other) {
      return new Bounds(
          outbox, screen.withRotation(other), guardPercent, tiers, workloads, relay, own);
    }

    /** The same with other workloads. */
    public Bounds withWorkloads(List<Workload> other) {
      return new Bounds(outbox, screen, guardPercent, tiers, other, relay, own);
    }

    /** The same with other duties for neighbours. */
    public Bounds withRelay(RelaySettings other) {
      return new Bounds(outbox, screen, guardPercent, tiers, workloads, other, own);
    }

    /** The same with other buttons. */
    public Bounds withButtons(ButtonPlan other) {
      return with(new Own(other, own.values()));
    }

    /** The same with other sources of values. */
    public Bounds withValues(List<ValueSource> other) {
      return with(new Own(own.buttons(), other));
    }

    private Bounds with(Own other) {
      return new Bounds(outbox, screen, guardPercent, tiers, workloads, relay, other);
    }
  }

  /**
   * What somebody set up at the badge.
   *
   * @param buttons what they do
   * @param values what screens show from files and over HTTP
   */
  public record Own(ButtonPlan buttons, List<ValueSource> values) {
    public Own {
      values = List.copyOf(values);
    }
  }

  private static final int MOST_TEXTS = 128;

  public BadgeSettings {
    ways = List.copyOf(ways);
    if (texts.asMap().size() > MOST_TEXTS) {
      throw new IllegalArgumentException(
          "a badge brings at most " + MOST_TEXTS + " own texts, not " + texts.asMap().size());
    }
    var copy = EnumSet.noneOf(BadgeFault.class);
    copy.addAll(faults);
    faults = List.copyOf(copy);
  }

  /** A device with ordinary bounds and without faults. */
  public static BadgeSettings of(
      DeviceId device, DeviceFacts facts, PanelModel panel, List<HubAddress> hubs) {
    List<Way> ways = hubs.isEmpty() ? List.of() : List.of(Way.anywhere(hubs));
    return new BadgeSettings(device, facts, panel, ways, Values.empty(), Bounds.DEFAULT, List.of());
  }

  /** The hubs of all uplinks, by the index of {@link BadgeEffect.Connect}. */
  public List<HubAddress> hubs() {
    return ways.stream().flatMap(way -> way.hubs().stream()).toList();
  }

  /**
   * The uplink that leads to a hub.
   *
   * @param hub index in {@link #hubs()}
   */
  public Way wayTo(int hub) {
    int before = 0;
    for (Way way : ways) {
      before += way.hubs().size();
      if (hub < before) {
        return way;
      }
    }
    throw new IllegalArgumentException("there are " + before + " hubs, none has the index " + hub);
  }

  /** The same with other uplinks. */
  public BadgeSettings withWays(List<Way> others) {
    return new BadgeSettings(device, facts, panel, others, texts, bounds, faults);
  }

  /** The same with own texts. */
  public BadgeSettings withTexts(Values own) {
    return new BadgeSettings(device, facts, panel, ways, own, bounds, faults);
  }

  /** The same with other bounds. */
  public BadgeSettings withBounds(Bounds other) {
    return new BadgeSettings(device, facts, panel, ways, texts, other, faults);
  }

  /** The same, broken on purpose. */
  public BadgeSettings withFaults(Collection<BadgeFault> broken) {
    return new BadgeSettings(device, facts, panel, ways, texts, bounds, broken);
  }
}
