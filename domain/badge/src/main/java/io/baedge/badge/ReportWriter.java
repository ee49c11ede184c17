package io.baedge.badge;

import io.baedge.badge.desired.DesiredKeeper;
import io.baedge.badge.local.LocalView;
import io.baedge.badge.tier.TierView;
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
  private static final int ENVELOPE_BYTES = 4 * 1024;

  /** What the badge decided itself. */
  record Beside(Optional<LocalView.Choice> choice, TierView tiers) {}

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
