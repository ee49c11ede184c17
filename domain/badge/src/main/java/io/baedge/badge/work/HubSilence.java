package io.baedge.badge.work;

import io.baedge.model.Limits;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;

/**
 * How long the hub has been silent, on the monotonic clock. It is remembered together with the
 * start of the board from which that clock counts: neither a restart of the program nor one of the
 * board begins to count anew. The time while the board was off is not counted, for nobody knows it.
 */
final class HubSilence {
  private static final long SAVE_EVERY_MS = 300_000;

  private String boot = "";
  private boolean heard;
  private long sinceMonoMs;
  private long saveMonoMs = Long.MAX_VALUE;

  /** Goes on counting; returns what could not be read. */
  String start(byte[] saved, String bootNow, long monoMs) {
    boot = bootNow;
    heard = false;
    sinceMonoMs = monoMs;
    saveMonoMs = monoMs;
    if (saved.length == 0) {
      return "";
    }
    if (!(DocCodec.fromWire(saved) instanceof Decoded.Ok<Doc>(Doc doc))) {
      return "when the hub was last heard cannot be read; it counts from now on";
    }
    var problems = new Problems();
    DocReader reader = DocReader.of(doc, problems);
    String savedBoot = reader.text("boot", Limits.SHORT_CHARS, "");
    boolean wasHeard = reader.flag("heard", false);
    long silentMs = reader.integer("silentMs", 0, Long.MAX_VALUE / 4, 0);
    long savedMonoMs = reader.integer("monoMs", 0, Long.MAX_VALUE / 4, 0);
    if (!problems.isEmpty()) {
      return "when the hub was last heard cannot be read: " + problems.sentence();
    }
    if (!wasHeard) {
      boolean sameClock = !boot.isEmpty() && boot.equals(savedBoot) && savedMonoMs <= monoMs;
      sinceMonoMs = (sameClock ? savedMonoMs : monoMs) - silentMs;
    }
    return "";
  }

  /** A session is open, or is not; returns whether that is new. */
  boolean heard(boolean now, long monoMs) {
    if (now == heard) {
      return false;
    }
    heard = now;
    sinceMonoMs = monoMs;
    saveMonoMs = monoMs;
    return true;
  }

  boolean saveDue(long monoMs) {
    return monoMs >= saveMonoMs;
  }

  /** What is to be kept now. */
  byte[] save(long monoMs) {
    saveMonoMs = heard ? Long.MAX_VALUE : monoMs + SAVE_EVERY_MS;
    return DocCodec.toCbor(
        Doc.fields()
            .put("boot", boot)
            .put("heard", heard)
            .put("silentMs", silentMs(monoMs))
            .put("monoMs", monoMs)
            .build());
  }

  long silentMs(long monoMs) {
    return heard ? 0 : Math.max(0, monoMs - sinceMonoMs);
  }

  /** When the hub will have been silent for so long. */
  long reachedMonoMs(long ms) {
    return heard ? Long.MAX_VALUE : sinceMonoMs + ms;
  }

  long deadlineMonoMs() {
    return saveMonoMs;
  }
}
