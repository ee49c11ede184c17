package io.baedge.sim.scenario;

import io.baedge.model.Limits;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Suggestion;
import io.baedge.sim.chance.Spread;
import io.baedge.sim.venue.AccessPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what goes wrong. */
final class MishapReader {
  private static final int MOST_MISHAPS = 200;
  private static final String EVERY_KIND = "every-kind";

  private final List<String> points;
  private final Scenario.Timing timing;

  MishapReader(List<AccessPoint> points, Scenario.Timing timing) {
    this.points = points.stream().map(AccessPoint::name).toList();
    this.timing = timing;
  }

  Scenario.Trouble read(DocReader top) {
    List<MishapPlan> plans = new ArrayList<>();
    for (DocReader mishap : top.objects("mishaps", MOST_MISHAPS)) {
      mishap(mishap).ifPresent(plans::add);
    }
    var trouble = new Scenario.Trouble(plans, demanded(top));
    for (MishapKind kind : trouble.demanded()) {
      if (!trouble.plans(kind)) {
        top.problem("demand", "has '" + kind.word() + "', which no mishap brings; add one");
      }
    }
    return trouble;
  }

  private static List<MishapKind> demanded(DocReader top) {
    List<MishapKind> kinds = new ArrayList<>();
    for (String word : top.texts("demand", MOST_MISHAPS, Limits.SHORT_CHARS)) {
      Optional<MishapKind> kind = MishapKind.of(word);
      if (word.equals(EVERY_KIND)) {
        kinds.addAll(List.of(MishapKind.values()));
      } else if (kind.isPresent()) {
        kinds.add(kind.get());
      } else {
        top.problem("demand", "has '" + word + "'; " + Suggestion.oneOf(word, MishapKind.words()));
      }
    }
    return kinds.stream().distinct().toList();
  }

  private Optional<MishapPlan> mishap(DocReader mishap) {
    Optional<MishapKind> kind = kind(mishap);
    boolean timed = mishap.has("at");
    if (timed == mishap.has("every")) {
      mishap.problem("at", "or 'every' must be given, exactly one of the two");
    }
    Optional<Spread> at = timed ? Optional.of(moment(mishap)) : Optional.empty();
    long everyMs = Parts.duration(mishap, "every", 100, 30 * Parts.DAY_MS, timed ? 0 : 60_000);
    Spread lasts = Parts.spread(mishap, "lasts", new Spread(2_000, 20_000));
    String target = mishap.text("access_point", Limits.SHORT_CHARS, "");
    mishap.rejectUnknown();
    if (!target.isEmpty() && !points.contains(target)) {
      mishap.problem(
          "access_point",
          "is '"
              + target
              + "', which the venue does not have; "
              + Suggestion.oneOf(target, points));
    }
    return kind.map(known -> new MishapPlan(known, at, everyMs, lasts, target));
  }

  private Spread moment(DocReader mishap) {
    Spread at = Parts.spread(mishap, "at", Spread.of(0));
    if (at.maxMs() > timing.faultsMs()) {
      mishap.problem(
          "at", "is " + Durations.text(at.maxMs()) + "; " + Parts.mustBe(0, timing.faultsMs()));
    }
    return at;
  }

  private static Optional<MishapKind> kind(DocReader mishap) {
    String word = mishap.text("kind", Limits.SHORT_CHARS);
    Optional<MishapKind> kind = MishapKind.of(word);
    if (kind.isEmpty() && mishap.has("kind")) {
      mishap.problem("kind", "is '" + word + "'; " + Suggestion.oneOf(word, MishapKind.words()));
    }
    return kind;
  }
}
