package io.baedge.hub.twin;

import io.baedge.hub.store.Write;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.Reported;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What devices say they are, and which of it counts for a badge: only the word of the device that
 * speaks for the badge now, given under the present hand-over.
 */
public final class Twins {
  private final Map<DeviceId, Write.Twin> byDevice = new LinkedHashMap<>();
  private final Map<BadgeId, Write.Twin> byBadge = new LinkedHashMap<>();
  private final boolean noFencing;
  private long fencedCount;

  /**
   * Nothing is known.
   *
   * @param noFencing the fault of taking the word of devices that were replaced
   */
  public Twins(boolean noFencing) {
    this.noFencing = noFencing;
  }

  /** What became of a report. */
  public enum Verdict {
    /** It is older than what is known of the device. */
    STALE,
    /** It is kept as what the device says, and counts for no badge. */
    DEVICE_ONLY,
    /** It is the badge's twin now. */
    BADGE
  }

  /** Takes a stored report; the hand-overs must be restored before. */
  public void restore(Write.Twin stored, Optional<Write.Binding> binding) {
    byDevice.put(stored.device(), stored);
    if (binding.isPresent() && binding.get().token().equals(stored.reported().token())) {
      byBadge.put(binding.get().badge(), stored);
    }
  }

  /** What the device said last. */
  public Optional<Write.Twin> of(DeviceId device) {
    return Optional.ofNullable(byDevice.get(device));
  }

  /** What counts for the badge. */
  public Optional<Write.Twin> of(BadgeId badge) {
    return Optional.ofNullable(byBadge.get(badge));
  }

  /**
   * Takes in a report without its picture.
   *
   * @param current the device's hand-over in force
   * @param last the device's newest hand-over, in force or over
   */
  public Verdict take(
      Write.Twin twin, Optional<Write.Binding> current, Optional<Write.Binding> last) {
    Reported reported = twin.reported();
    Write.Twin before = byDevice.get(twin.device());
    if (before != null && reported.order().compareTo(before.reported().order()) <= 0) {
      return Verdict.STALE;
    }
    byDevice.put(twin.device(), twin);
    Optional<Write.Binding> speaksFor = noFencing ? current.or(() -> last) : current;
    if (speaksFor.isEmpty()) {
      return Verdict.DEVICE_ONLY;
    }
    if (!noFencing && !speaksFor.get().token().equals(reported.token())) {
      fencedCount++;
      return Verdict.DEVICE_ONLY;
    }
    byBadge.put(speaksFor.get().badge(), twin);
    return Verdict.BADGE;
  }

  /** The badge has another device, or none: nothing is known of its glass. */
  public void forget(BadgeId badge) {
    byBadge.remove(badge);
  }

  /** Reports that did not count because the device no longer speaks for the badge. */
  public long fencedCount() {
    return fencedCount;
  }
}
