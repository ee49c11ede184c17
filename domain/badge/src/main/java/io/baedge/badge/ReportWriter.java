package io.baedge.badge;

import io.baedge.badge.desired.DesiredKeeper;
import io.baedge.badge.local.LocalView;
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

  private final long epoch;

  ReportWriter(long epoch) {
    this.epoch = epoch;
  }

  Reported report(
      DesiredKeeper desired, Optional<LocalView.Choice> choice, Glass glass, long n, long monoMs) {
    Desired applied = desired.applied();
    Doc.Fields state = desired.stateDoc();
    int bytes = desired.documentBytes() + Limits.FRAME_BYTES + ENVELOPE_BYTES;
    if (bytes > Limits.MESSAGE_BYTES) {
      state = withoutSessions(state, applied.state().sessions().size());
    }
    if (choice.isPresent()) {
      state =
          state.with(
              "local",
              Doc.fields()
                  .put("screen", choice.get().screen())
                  .put("untilMonoMs", choice.get().untilMonoMs())
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

  /** A schedule so long that picture and state do not fit one message is only counted. */
  private static Doc.Fields withoutSessions(Doc.Fields state, int sessions) {
    Map<String, Doc> values = new LinkedHashMap<>(state.values());
    values.remove("sessions");
    values.put("sessionsLeftOut", new Doc.Int(sessions));
    return new Doc.Fields(values);
  }
}
