package io.baedge.badge.outbox;

import io.baedge.model.Limits;
import io.baedge.model.telemetry.Reading;

/** How much a reading may need on the wire, and the reading cut to what the wire takes. */
final class Weight {
  private static final int FIXED_BYTES = 24;
  private static final int BYTES_PER_CHAR = 3;

  private Weight() {}

  /** An upper bound, so that a batch never exceeds a message. */
  static int bytes(Reading reading) {
    return switch (reading) {
      case Reading.Power _, Reading.Board _ -> FIXED_BYTES;
      case Reading.Radio r -> FIXED_BYTES + BYTES_PER_CHAR * r.accessPoint().length();
      case Reading.Event e ->
          FIXED_BYTES + BYTES_PER_CHAR * (e.kind().length() + e.detail().length());
    };
  }

  static Reading cut(Reading reading) {
    return switch (reading) {
      case Reading.Power _, Reading.Board _ -> reading;
      case Reading.Radio r ->
          r.accessPoint().length() <= Limits.SHORT_CHARS
              ? r
              : new Reading.Radio(
                  r.rssiDbm(), r.channel(), r.accessPoint().substring(0, Limits.SHORT_CHARS));
      case Reading.Event e ->
          e.kind().length() <= Limits.SHORT_CHARS && e.detail().length() <= Limits.LINE_CHARS
              ? e
              : new Reading.Event(
                  head(e.kind(), Limits.SHORT_CHARS), head(e.detail(), Limits.LINE_CHARS));
    };
  }

  private static String head(String text, int chars) {
    return text.length() <= chars ? text : text.substring(0, chars);
  }
}
