package io.baedge.badge;

import io.baedge.badge.desired.DesiredKeeper;
import io.baedge.badge.local.LocalView;
import io.baedge.badge.tier.TierView;
import io.baedge.badge.work.WorkView;
import io.baedge.model.Limits;
import io.baedge.model.doc.Doc;
import io.baedge.model.message.Desired;
import io.baedge.model.message.Glass;
import io.baedge.model.message.Reported;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what the badge has become. */
final class ReportWriter {
  private static final int ENVELOPE_BYTES = 6 * 1024;
  private static final int REASON_CHARS = 80;
  private static final int MOST_SCREENS = 64;

  /**
   * What the badge decided itself.
   *
   * @param own names of the screens that only this badge may have
   */
  record Beside(
      Optional<LocalView.Choice> choice, TierView tiers, WorkView work, List<String> own) {
    Beside {
      own = List.copyOf(own);
    }
  }

  private final long epoch;

  ReportWriter(long epoch) {
    this.epoch = epoch;
  }

  Reported report(DesiredKeeper desired, Beside beside, Glass glass, long n, long monoMs) {
    Desired applied = desired.applied();
    Doc.Fields state = desired.stateDoc();
    int bytes = desired.documentBytes() + Limits.FRAME_BYTES + ENVELOPE_BYTES;
    bytes += beside.own().stream().mapToInt(name -> name.length() + 2).sum();
    if (bytes > Limits.MESSAGE_BYTES) {
      state = withoutSessions(state, applied.state().sessions().size());
    }
    state = state.with("tiers", tiers(beside.tiers()));
    if (!beside.own().isEmpty() || !desired.missing().isEmpty()) {
      state = state.with("screens", screens(beside.own(), desired.missing()));
    }
    if (!beside.work().items().isEmpty()) {
      state = state.with("work", work(beside.work()));
    }
    if (beside.choice().isPresent()) {
      LocalView.Choice choice = beside.choice().get();
      state =
          state.with(
              "local",
              Doc.fields()
                  .put("screen", choice.screen())
                  .put("untilMonoMs", choice.untilMonoMs())
                  .build());
    }
    return new Reported(
        applied.revision(),
        applied.token(),
        desired.refusal(),
        new Reported.Order(epoch, n, monoMs),
        glass,
        state);
  }

  /** At most 16 workloads, each with a short reason: a badge has no more. */
  private static Doc.Fields work(WorkView work) {
    Doc.Builder doc = Doc.fields();
    for (WorkView.Item item : work.items()) {
      String reason = item.reason();
      String brief = reason.length() > REASON_CHARS ? reason.substring(0, REASON_CHARS) : reason;
      doc.put(
          item.name(),
          Doc.fields().put("state", item.state().word()).putIfAny("reason", brief).build());
    }
    return doc.build();
  }

  private static Doc.Fields screens(List<String> own, List<String> missing) {
    return Doc.fields().put("own", texts(own)).put("missing", texts(missing)).build();
  }

  private static List<Doc> texts(List<String> names) {
    return names.stream().limit(MOST_SCREENS).<Doc>map(Doc.Text::new).toList();
  }

  private static Doc.Fields tiers(TierView tiers) {
    return Doc.fields()
        .put("power", tiers.power().tier().word())
        .put("powerSinceMonoMs", tiers.power().sinceMonoMs())
        .put("uplink", tiers.uplink().tier().word())
        .put("uplinkSinceMonoMs", tiers.uplink().sinceMonoMs())
        .build();
  }

  /** A schedule so long that picture and state do not fit one message is only counted. */
  private static Doc.Fields withoutSessions(Doc.Fields state, int sessions) {
    Map<String, Doc> values = new LinkedHashMap<>(state.values());
    values.remove("sessions");
    values.put("sessionsLeftOut", new Doc.Int(sessions));
    return new Doc.Fields(values);
  }
}
