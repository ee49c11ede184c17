package io.baedge.sim.conference;

import io.baedge.badge.BadgeView;
import io.baedge.badge.uplink.UplinkView;
import io.baedge.hub.overview.BadgeOverview;
import io.baedge.model.message.Desired;
import io.baedge.model.tier.RadioUse;
import io.baedge.model.wearer.WearerCard;
import io.baedge.sim.device.Device;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Once faults have stopped for long enough, every badge is what the desk made of it: the right
 * device, connected, the last revision applied and reported, the right name on the glass, and the
 * hub's line of it says the same.
 */
final class SettledInvariant {
  /** Records of a few readings may be on their way at any moment. */
  private static final int ON_THE_WAY = 32;

  private static final long TOLD_WITHIN_MS = 10_000;

  private final Pictures pictures;
  private final Map<String, BadgeOverview> rows = new LinkedHashMap<>();

  SettledInvariant(Pictures pictures) {
    this.pictures = pictures;
  }

  /** Takes a line and gives the one before. */
  @Nullable BadgeOverview shown(BadgeOverview row) {
    return rows.put(row.key(), row);
  }

  /** Takes a line away and gives it. */
  @Nullable BadgeOverview hidden(String key) {
    return rows.remove(key);
  }

  /** A hub starts: it shows everything anew. */
  void hubStarted() {
    rows.clear();
  }

  Map<String, BadgeOverview> rows() {
    return rows;
  }

  /** Looks at everything. */
  void check(Desk desk) {
    if (!desk.idle()) {
      throw broken(-1, "the desk still waits for an answer of the hub");
    }
    for (Desk.Held held : desk.held()) {
      Device device = held.device();
      Optional<String> wrong = wrong(held, device);
      if (wrong.isPresent()) {
        throw broken(
            device.number(),
            "badge " + held.badge() + " on device " + device.id() + " " + wrong.get());
      }
    }
  }

  private Optional<String> wrong(Desk.Held held, Device device) {
    Optional<BadgeView> view = device.view();
    if (view.isEmpty() || !device.radioUp()) {
      return Optional.empty();
    }
    if (view.get().tiers().rules().radio() != RadioUse.ON || view.get().tiers().radio().guarded()) {
      // It saves its battery and comes back in its own time.
      return Optional.empty();
    }
    UplinkView.State state = view.get().uplink().state();
    if (state != UplinkView.State.CONNECTED) {
      return Optional.of("is not connected but " + state);
    }
    Desired applied = view.get().desired().applied();
    if (!applied.badge().equals(Optional.of(held.badge()))) {
      return Optional.of("believes to be " + applied.badge());
    }
    String wearer = applied.state().wearer().map(WearerCard::name).orElse("");
    if (!wearer.equals(held.name())) {
      return Optional.of("has wearer '" + wearer + "' instead of '" + held.name() + "'");
    }
    String hash = device.glass().hash();
    String onGlass = pictures.of(hash).map(Pictures.Picture::wearer).orElse("");
    if (!onGlass.equals(held.name())) {
      return Optional.of("shows '" + onGlass + "' instead of '" + held.name() + "'");
    }
    int waiting = view.get().outbox().waiting();
    if (waiting > ON_THE_WAY) {
      return Optional.of("still holds " + waiting + " records without acknowledgement");
    }
    return wrongRow(held, device, hash);
  }

  private Optional<String> wrongRow(Desk.Held held, Device device, String hash) {
    BadgeOverview row = rows.get(held.badge().text());
    if (row == null) {
      return Optional.of("has no line at the hub");
    }
    if (!row.identity().device().equals(Optional.of(device.id()))) {
      return Optional.of("has device " + row.identity().device() + " at the hub");
    }
    BadgeOverview.Progress progress = row.progress();
    if (!progress.applied().equals(progress.desired()) || progress.differences() > 0) {
      return Optional.of(
          "reports revision "
              + progress.applied()
              + " with "
              + progress.differences()
              + " differences while "
              + progress.desired()
              + " is desired");
    }
    if (!row.picture().hash().equals(hash) && !justDrawn(device)) {
      return Optional.of(
          "shows picture " + hash + " while the hub believes in " + row.picture().hash());
    }
    return Optional.empty();
  }

  /** What was drawn a moment ago is still being told. */
  private static boolean justDrawn(Device device) {
    return device
        .view()
        .filter(v -> device.now().monoMs() - v.screen().glass().sinceMonoMs() < TOLD_WITHIN_MS)
        .isPresent();
  }

  private static InvariantBroken broken(int device, String what) {
    return new InvariantBroken(Invariant.DESIRED_IS_REPORTED, device, what);
  }
}
