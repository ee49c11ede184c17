package io.baedge.hub.device;

import io.baedge.hub.store.Write;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.Partition;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.message.Status;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every device that was seen or named, with what it says of itself. */
public final class Devices {
  private final Map<DeviceId, Known> known = new LinkedHashMap<>();
  private final TreeSet<DeviceId> sorted = new TreeSet<>();
  private final TreeMap<String, TreeSet<DeviceId>> byClaimCode = new TreeMap<>();

  /** A device; the partition is kept because computing it takes a hash. */
  private record Known(Write.Device row, Partition partition) {}

  /** Takes a stored device. */
  public void restore(Write.Device stored) {
    keep(stored);
  }

  /** Whether it was ever seen or named. */
  public boolean knows(DeviceId device) {
    return known.containsKey(device);
  }

  /** What is known of it. */
  public Optional<Write.Device> find(DeviceId device) {
    Known found = known.get(device);
    return found == null ? Optional.empty() : Optional.of(found.row());
  }

  /** What it says of itself. */
  public DeviceFacts facts(DeviceId device) {
    Known found = known.get(device);
    return found == null ? DeviceFacts.UNKNOWN : found.row().facts();
  }

  /** The partition of a device. */
  public Partition partition(DeviceId device) {
    Known found = known.get(device);
    return found == null ? device.partition() : found.partition();
  }

  /** All devices by id. */
  public SequencedCollection<DeviceId> all() {
    return Collections.unmodifiableSequencedCollection(sorted);
  }

  /** How many. */
  public int count() {
    return known.size();
  }

  /** A device was named by an operator before it was ever heard. */
  public Write named(DeviceId device, long wallMs) {
    return keep(new Write.Device(device, DeviceFacts.UNKNOWN, 0, List.of(), wallMs));
  }

  /** A device was heard; the row to store when it is new or says something new of itself. */
  public Optional<Write> heard(DeviceId device, Status.@Nullable Hello hello, long wallMs) {
    Known before = known.get(device);
    if (hello == null) {
      return before != null ? Optional.empty() : Optional.of(named(device, wallMs));
    }
    var row =
        new Write.Device(
            device,
            hello.facts(),
            hello.protocol(),
            hello.capabilities(),
            before == null ? wallMs : before.row().firstSeenWallMs());
    return before != null && before.row().equals(row) ? Optional.empty() : Optional.of(keep(row));
  }

  /**
   * The device that is meant by an id or a claim code.
   *
   * @param badges who speaks for a badge already and so shows no claim code
   */
  public Claim claim(String idOrCode, Badges badges) {
    String text = idOrCode.strip().toLowerCase(java.util.Locale.ROOT);
    Optional<DeviceId> id = DeviceId.parse(text);
    if (id.isPresent()) {
      return new Claim.Found(id.get());
    }
    List<DeviceId> matches =
        byClaimCode.getOrDefault(text, new TreeSet<>()).stream()
            .filter(device -> badges.bindingOf(device).isEmpty())
            .toList();
    return switch (matches.size()) {
      case 0 ->
          new Claim.None(
              "no device without a badge shows the code '"
                  + text
                  + "'; check the code on its glass, or give the 16 characters of the device");
      case 1 -> new Claim.Found(matches.getFirst());
      default -> new Claim.Several(matches);
    };
  }

  private Write.Device keep(Write.Device row) {
    Known before = known.get(row.device());
    Partition partition = before == null ? row.device().partition() : before.partition();
    known.put(row.device(), new Known(row, partition));
    if (before == null) {
      sorted.add(row.device());
      byClaimCode.computeIfAbsent(row.device().claimCode(), _ -> new TreeSet<>()).add(row.device());
    }
    return row;
  }
}
