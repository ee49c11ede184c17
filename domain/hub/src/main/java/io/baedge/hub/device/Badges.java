package io.baedge.hub.device;

import io.baedge.hub.store.Write;
import io.baedge.hub.store.Write.Binding.Ending;
import io.baedge.model.desired.Ownership;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.FencingToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.TreeSet;

/** Badges and their hand-overs to devices. A badge has one device at most, and the reverse. */
public final class Badges {
  /** Looked up all the time; the sorted set beside it is only for going through all. */
  private final Map<BadgeId, Write.Badge> badges = new LinkedHashMap<>();

  private final TreeSet<BadgeId> sorted = new TreeSet<>();
  private final Map<BadgeId, Write.Binding> openByBadge = new LinkedHashMap<>();
  private final Map<DeviceId, Write.Binding> openByDevice = new LinkedHashMap<>();
  private final Map<DeviceId, Write.Binding> lastByDevice = new LinkedHashMap<>();
  private final Map<BadgeId, TreeMap<FencingToken, Write.Binding>> history = new LinkedHashMap<>();
  private int inUseCount;

  /** Takes a stored badge. */
  public void restore(Write.Badge stored) {
    put(stored);
  }

  /** Takes a stored hand-over. */
  public void restore(Write.Binding stored) {
    keep(stored);
  }

  /** The badge, unless there is none or it is retired. */
  public Optional<Write.Badge> find(BadgeId badge) {
    return Optional.ofNullable(badges.get(badge)).filter(row -> row.retiredWallMs() == 0);
  }

  /** Whether there is or was such a badge. */
  public boolean knew(BadgeId badge) {
    return badges.containsKey(badge);
  }

  /** All badges in use, by id. */
  public List<Write.Badge> inUse() {
    List<Write.Badge> inUse = new ArrayList<>(inUseCount);
    for (BadgeId badge : sorted) {
      find(badge).ifPresent(inUse::add);
    }
    return inUse;
  }

  /** How many badges there are or were. */
  public int count() {
    return badges.size();
  }

  /** How many badges are in use. */
  public int inUseCount() {
    return inUseCount;
  }

  /** How many badges a device speaks for. */
  public int boundCount() {
    return openByBadge.size();
  }

  /** The labels of a badge. */
  public List<String> labels(BadgeId badge) {
    Write.Badge row = badges.get(badge);
    return row == null ? List.of() : row.labels();
  }

  /** The hand-over that is in force for the badge. */
  public Optional<Write.Binding> bindingOf(BadgeId badge) {
    return Optional.ofNullable(openByBadge.get(badge));
  }

  /** The hand-over that is in force for the device. */
  public Optional<Write.Binding> bindingOf(DeviceId device) {
    return Optional.ofNullable(openByDevice.get(device));
  }

  /** The newest hand-over to the device, in force or over. */
  public Optional<Write.Binding> lastBindingOf(DeviceId device) {
    return Optional.ofNullable(lastByDevice.get(device));
  }

  /** All hand-overs in force. */
  public SequencedCollection<Write.Binding> bindings() {
    return List.copyOf(openByBadge.values());
  }

  /** All hand-overs of the badge, oldest first. */
  public List<Write.Binding> handOvers(BadgeId badge) {
    return new ArrayList<>(history.getOrDefault(badge, new TreeMap<>()).values());
  }

  /** What the device is to the hub. */
  public Ownership ownership(DeviceId device) {
    Write.Binding last = lastByDevice.get(device);
    if (last == null) {
      return Ownership.UNCLAIMED;
    }
    return switch (last.ending()) {
      case OPEN -> Ownership.OWNED;
      case REPLACED -> Ownership.REPLACED;
      case RETURNED -> Ownership.UNCLAIMED;
    };
  }

  /** Makes a badge or takes a retired one into use again. */
  public Write create(BadgeId badge, List<String> labels, long wallMs) {
    return put(new Write.Badge(badge, labels, wallMs, 0));
  }

  /** Sets its labels. */
  public Write label(Write.Badge badge, List<String> labels) {
    return put(new Write.Badge(badge.badge(), labels, badge.createdWallMs(), 0));
  }

  /** Takes it out of use. */
  public Write retire(Write.Badge badge, long wallMs) {
    return put(new Write.Badge(badge.badge(), badge.labels(), badge.createdWallMs(), wallMs));
  }

  /** Lets the device speak for the badge; neither may be bound. */
  public Write bind(FencingToken token, BadgeId badge, DeviceId device, long wallMs) {
    if (openByBadge.containsKey(badge) || openByDevice.containsKey(device)) {
      throw new IllegalStateException("already bound: " + badge + " or " + device);
    }
    return keep(new Write.Binding(token, badge, device, wallMs, 0, Ending.OPEN));
  }

  /** Ends a hand-over, or says otherwise how it ended. */
  public Write end(Write.Binding binding, Ending ending, long wallMs) {
    long to = binding.toWallMs() == 0 ? wallMs : binding.toWallMs();
    return keep(
        new Write.Binding(
            binding.token(), binding.badge(), binding.device(), binding.fromWallMs(), to, ending));
  }

  private Write put(Write.Badge row) {
    Write.Badge before = badges.put(row.badge(), row);
    sorted.add(row.badge());
    inUseCount += (row.retiredWallMs() == 0 ? 1 : 0);
    inUseCount -= (before != null && before.retiredWallMs() == 0 ? 1 : 0);
    return row;
  }

  private Write keep(Write.Binding row) {
    history.computeIfAbsent(row.badge(), _ -> new TreeMap<>()).put(row.token(), row);
    Write.Binding last = lastByDevice.get(row.device());
    if (last == null || last.token().compareTo(row.token()) <= 0) {
      lastByDevice.put(row.device(), row);
    }
    if (row.ending() == Ending.OPEN) {
      openByBadge.put(row.badge(), row);
      openByDevice.put(row.device(), row);
    } else {
      closeIfOpen(openByBadge, row.badge(), row);
      closeIfOpen(openByDevice, row.device(), row);
    }
    return row;
  }

  private static <K> void closeIfOpen(Map<K, Write.Binding> open, K key, Write.Binding row) {
    Write.Binding present = open.get(key);
    if (present != null && present.token().equals(row.token())) {
      open.remove(key);
    }
  }
}
