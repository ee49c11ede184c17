package io.baedge.hub;

import io.baedge.hub.overview.BadgeOverview;
import io.baedge.hub.overview.FleetCounts;
import io.baedge.hub.store.Write;
import io.baedge.hub.twin.Gauges;
import io.baedge.model.Limits;
import io.baedge.model.desired.Ownership;
import io.baedge.model.doc.Doc;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Revision;
import io.baedge.model.message.Decider;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Reported;
import io.baedge.model.presence.Presence;
import io.baedge.model.tier.PowerTier;
import io.baedge.model.tier.UplinkTier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the lines and the counts of the console. */
final class Lines {
  private static final BadgeOverview.Gauges NO_GAUGES =
      gauges(Gauges.Values.UNKNOWN, Optional.empty());
  private static final BadgeOverview.Picture NO_PICTURE =
      new BadgeOverview.Picture("", "", Decider.DEFAULT);

  private static final int MOST_SCREENS = 64;

  private final State state;

  Lines(State state) {
    this.state = state;
  }

  /** Shows again what the turn has touched and what is different now. */
  void settle(Turn turn) {
    for (DeviceId device : turn.touchedDevices) {
      String key = "device:" + device.text();
      if (state.badges.bindingOf(device).isPresent()) {
        hide(key, turn);
      } else {
        show(ofDevice(device, turn.now.monoMs()), turn);
      }
    }
    for (BadgeId badge : turn.touchedBadges) {
      if (state.badges.find(badge).isEmpty()) {
        hide(badge.text(), turn);
      } else {
        show(ofBadge(badge, turn.now.monoMs()), turn);
      }
    }
  }

  /** The line of a badge. */
  BadgeOverview ofBadge(BadgeId badge, long monoMs) {
    Optional<DeviceId> device = state.badges.bindingOf(badge).map(Write.Binding::device);
    Gauges.Values values = device.map(state.gauges::of).orElse(Gauges.Values.UNKNOWN);
    Optional<BadgeOverview.WornBy> wearer =
        state
            .wearers
            .wearerOf(badge)
            .flatMap(state.people::find)
            .map(
                card ->
                    new BadgeOverview.WornBy(
                        card.wearer(), card.name(), card.company(), card.role()));
    Optional<Write.Twin> twin = state.twins.of(badge);
    return new BadgeOverview(
        new BadgeOverview.Identity(
            Optional.of(badge),
            device,
            device.isPresent() ? Ownership.OWNED : Ownership.UNCLAIMED,
            device.map(d -> state.devices.facts(d).panel()).orElse(""),
            state.badges.labels(badge)),
        wearer,
        signs(device, values, monoMs),
        device.isPresent() ? gauges(values, twin) : NO_GAUGES,
        picture(twin),
        progress(device, twin),
        device.isPresent() ? screens(twin) : BadgeOverview.Screens.NONE);
  }

  /** The line of a device that speaks for no badge. */
  BadgeOverview ofDevice(DeviceId device, long monoMs) {
    Gauges.Values values = state.gauges.of(device);
    Optional<Write.Twin> twin = state.twins.of(device);
    Optional<DeviceId> self = Optional.of(device);
    return new BadgeOverview(
        new BadgeOverview.Identity(
            Optional.empty(),
            self,
            state.badges.ownership(device),
            state.devices.facts(device).panel(),
            List.of()),
        Optional.empty(),
        signs(self, values, monoMs),
        gauges(values, twin),
        picture(twin),
        progress(self, twin),
        screens(twin));
  }

  /** The fleet in numbers. */
  FleetCounts counts() {
    int bound = state.badges.boundCount();
    return new FleetCounts(
        state.generation,
        state.counters.revision().n(),
        new FleetCounts.Sizes(
            state.devices.count(),
            state.devices.count() - bound,
            state.badges.inUseCount(),
            bound,
            state.people.count()),
        state.rows.presence(),
        state.rows.screens(),
        new FleetCounts.Samples(
            state.ingest.receivedCount(),
            state.ingest.storedCount(),
            state.ingest.duplicateCount(),
            state.ingest.refusedCount(),
            state.ingest.goneCount()),
        new FleetCounts.Trouble(
            state.malformedCount,
            state.refusedCount,
            state.twins.fencedCount(),
            state.attendance.alarm()));
  }

  private void show(BadgeOverview row, Turn turn) {
    if (state.rows.put(row)) {
      turn.effects.add(new HubEffect.Show(row));
    }
  }

  private void hide(String key, Turn turn) {
    if (state.rows.remove(key)) {
      turn.effects.add(new HubEffect.Hide(key));
    }
  }

  private BadgeOverview.Signs signs(Optional<DeviceId> device, Gauges.Values values, long monoMs) {
    Optional<Presence> presence = device.map(state.attendance::of);
    return new BadgeOverview.Signs(
        presence,
        device.map(state.attendance::sinceWallMs).orElse(0L),
        device.map(state.attendance::heardWallMs).orElse(0L),
        state.attendance.link(device.orElse(null), values.radio().rssiDbm(), monoMs));
  }

  private static BadgeOverview.Gauges gauges(Gauges.Values values, Optional<Write.Twin> twin) {
    return new BadgeOverview.Gauges(
        values.power().batteryPercent(),
        values.power().source(),
        values.radio().rssiDbm(),
        values.radio().accessPoint(),
        twin.flatMap(t -> tiers(t.reported().state())));
  }

  /** The words of the badge's report; a tier that this hub does not know is left out. */
  private static Optional<BadgeOverview.Tiers> tiers(Doc.Fields reported) {
    if (!(reported.values().get("tiers") instanceof Doc.Fields(Map<String, Doc> said))) {
      return Optional.empty();
    }
    Optional<PowerTier> power = PowerTier.of(word(said.get("power")));
    Optional<UplinkTier> uplink = UplinkTier.of(word(said.get("uplink")));
    return power.isPresent() && uplink.isPresent()
        ? Optional.of(new BadgeOverview.Tiers(power.get(), uplink.get()))
        : Optional.empty();
  }

  private static BadgeOverview.Screens screens(Optional<Write.Twin> twin) {
    Optional<Doc> said = twin.map(t -> t.reported().state().values().get("screens"));
    return said.orElse(Doc.Null.NULL) instanceof Doc.Fields(Map<String, Doc> screens)
        ? new BadgeOverview.Screens(names(screens.get("own")), names(screens.get("missing")))
        : BadgeOverview.Screens.NONE;
  }

  /** At most so many names as a badge can have; what is no name is left out. */
  private static List<String> names(@Nullable Doc said) {
    if (!(said instanceof Doc.Items(List<Doc> items))) {
      return List.of();
    }
    return items.stream()
        .limit(MOST_SCREENS)
        .filter(
            item -> item instanceof Doc.Text(String name) && name.length() <= Limits.SHORT_CHARS)
        .map(Lines::word)
        .toList();
  }

  private static String word(@Nullable Doc said) {
    return said instanceof Doc.Text(String text) ? text : "";
  }

  private static BadgeOverview.Picture picture(Optional<Write.Twin> twin) {
    return twin.map(Write.Twin::reported)
        .map(
            r ->
                new BadgeOverview.Picture(
                    r.glass().hash(), r.glass().screen(), r.glass().decider()))
        .orElse(NO_PICTURE);
  }

  private BadgeOverview.Progress progress(Optional<DeviceId> device, Optional<Write.Twin> twin) {
    Optional<Desired> desired = device.flatMap(state.wanted::of);
    Revision applied = twin.map(t -> t.reported().applied()).orElse(Revision.NONE);
    if (device.isEmpty() || desired.isEmpty()) {
      return new BadgeOverview.Progress(Revision.NONE, applied, 0, "");
    }
    Revision revision = desired.get().revision();
    if (twin.isEmpty()) {
      return new BadgeOverview.Progress(revision, applied, 0, "");
    }
    int differences = state.differenceCounts.of(device.get(), desired.get(), twin.get());
    String refusal =
        twin.get()
            .reported()
            .refusal()
            .filter(refused -> refused.revision().equals(revision))
            .map(Reported.Refusal::reason)
            .orElse("");
    return new BadgeOverview.Progress(revision, applied, differences, refusal);
  }
}
