package io.baedge.hub;

import io.baedge.hub.device.Claim;
import io.baedge.hub.request.Outcome;
import io.baedge.hub.request.Request;
import io.baedge.hub.store.HubNote;
import io.baedge.hub.store.Write;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Problems;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.DeviceId;
import io.baedge.model.id.WearerId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes many badges at once, with devices and wearers: all of them, or none. */
final class Creation {
  private final State state;
  private final HandOver handOver;

  Creation(State state, HandOver handOver) {
    this.state = state;
    this.handOver = handOver;
  }

  /** A badge that can be made as asked. */
  private record Step(
      Request.NewBadge wanted, Optional<DeviceId> device, boolean makes, boolean changes) {}

  Outcome create(Request.CreateBadges request, String who, Turn turn) {
    var problems = new Problems();
    List<Step> steps = plan(request.badges(), problems);
    if (!problems.isEmpty()) {
      return new Outcome.Invalid(problems.all());
    }
    int created = 0;
    int changed = 0;
    for (Step step : steps) {
      if (step.makes() || step.changes()) {
        carryOut(step, who, turn);
        created += step.makes() ? 1 : 0;
        changed += step.makes() ? 0 : 1;
      }
    }
    return new Outcome.Done(
        Doc.fields()
            .put("created", created)
            .put("changed", changed)
            .put("unchanged", steps.size() - created - changed)
            .build());
  }

  private List<Step> plan(List<Request.NewBadge> wanted, Problems problems) {
    int most = state.settings.bounds().badges();
    if (state.badges.count() + (long) wanted.size() > most) {
      int fresh = (int) wanted.stream().filter(badge -> !state.badges.knew(badge.badge())).count();
      if (state.badges.count() + (long) fresh > most) {
        problems.add("badges", "would be more than " + most + " in all; retire some first");
        return List.of();
      }
    }
    List<Step> steps = new ArrayList<>();
    Set<Object> used = new LinkedHashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      Request.NewBadge badge = wanted.get(i);
      String field = "badges[" + i + "]";
      if (!used.add(badge.badge())) {
        problems.add(field + ".badge", "is '" + badge.badge() + "' a second time; leave one out");
      }
      Checks.labels(badge.labels(), field + ".labels", problems);
      badge.wearer().ifPresent(key -> checkWearer(badge.badge(), key, field, used, problems));
      Optional<DeviceId> device =
          badge.device().map(text -> checkDevice(badge.badge(), text, field, used, problems));
      boolean makes = state.badges.find(badge.badge()).isEmpty();
      steps.add(new Step(badge, device, makes, changes(badge, device)));
    }
    return steps;
  }

  private boolean changes(Request.NewBadge wanted, Optional<DeviceId> device) {
    BadgeId badge = wanted.badge();
    Optional<DeviceId> present = state.badges.bindingOf(badge).map(Write.Binding::device);
    return !state.badges.labels(badge).equals(wanted.labels())
        || (device.isPresent() && !present.equals(device))
        || (wanted.wearer().isPresent() && !state.wearers.wearerOf(badge).equals(wanted.wearer()));
  }

  private void checkWearer(
      BadgeId badge, WearerId wearer, String field, Set<Object> used, Problems problems) {
    String name = field + ".wearer";
    Optional<BadgeId> other = state.wearers.badgeOf(wearer);
    if (state.people.find(wearer).isEmpty()) {
      problems.add(name, "is '" + wearer + "', whom nobody knows; import the person first");
    } else if (other.isPresent() && !other.get().equals(badge)) {
      problems.add(
          name, "is '" + wearer + "', who wears badge '" + other.get() + "'; take that back first");
    } else if (!used.add(wearer)) {
      problems.add(name, "is '" + wearer + "' a second time; leave one out");
    }
  }

  private @Nullable DeviceId checkDevice(
      BadgeId badge, String text, String field, Set<Object> used, Problems problems) {
    String name = field + ".device";
    Optional<DeviceId> present = state.badges.bindingOf(badge).map(Write.Binding::device);
    switch (state.devices.claim(text, state.badges)) {
      case Claim.None(String reason) -> problems.add(name, "is not known: " + reason);
      case Claim.Several(List<DeviceId> several) ->
          problems.add(name, "is not clear: " + Checks.severalDevices(text, several).reason());
      case Claim.Found(DeviceId device) -> {
        Optional<Write.Binding> taken = state.badges.bindingOf(device);
        if (present.isPresent() && !present.get().equals(device)) {
          problems.add(
              name, "is " + device + ", but the badge has " + present.get() + "; replace that one");
        } else if (taken.isPresent() && !taken.get().badge().equals(badge)) {
          problems.add(
              name,
              "is "
                  + device
                  + ", which speaks for badge '"
                  + taken.get().badge()
                  + "'; return it first");
        } else if (!used.add(device)) {
          problems.add(name, "is " + device + " a second time; leave one out");
        }
        return device;
      }
    }
    return null;
  }

  private void carryOut(Step step, String who, Turn turn) {
    BadgeId badge = step.wanted().badge();
    state.advance(turn);
    if (step.makes()) {
      turn.write(state.badges.create(badge, step.wanted().labels(), turn.now.wallMs()));
      turn.groundMoved = true;
      turn.note(HubNote.Kind.BADGE, badge, who, "the badge was made");
    } else {
      Write.Badge row = state.badges.find(badge).orElseThrow();
      if (!row.labels().equals(step.wanted().labels())) {
        turn.write(state.badges.label(row, step.wanted().labels()));
      }
    }
    turn.affect(badge);
    if (step.device().isPresent() && state.badges.bindingOf(badge).isEmpty()) {
      handOver.bind(badge, step.device().get(), who, turn);
    }
    if (step.wanted().wearer().isPresent()) {
      handOver.wear(badge, step.wanted().wearer(), who, turn);
    }
  }
}
