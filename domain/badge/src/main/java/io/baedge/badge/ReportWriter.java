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
import java.util.Map;
import java.util.Optional;

/** Writes down what the badge has become. */
final class ReportWriter {
  private static final int ENVELOPE_BYTES = 6 * 1024;
  private static final int REASON_CHARS = 80;

  /** What the badge decided itself. */
  record Beside(Optional<LocalView.Choice> choice, TierView tiers, WorkView work) {}

  private final long epoch;

  ReportWriter(long epoch) {
    this.epoch = epoch;
  }

  Reported report(DesiredKeeper desired, Beside beside, Glass glass, long n, long monoMs) {
    Desired applied = desired.applied();
    Doc.Fields state = desired.stateDoc();
    int bytes = desired.documentBytes() + Limits.FRAME_BYTES + ENVELOPE_BYTES;
    if (bytes > Limits.MESSAGE_BYTES) {
      state = withoutSessions(state, applied.state().sessions().size());
    }
    state = state.with("tiers", tiers(beside.tiers()));
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
