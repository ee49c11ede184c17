package io.baedge.hubserver.endpoint;

import io.baedge.kit.fault.FaultLog;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Log lines about clients that misbehave: one line for each client and kind of misbehaviour, so
/// that a client gone wild cannot fill the log; the counters tell how often.
final class Complaints {
  private static final Logger LOG = LoggerFactory.getLogger("io.baedge.mqtt");
  private static final int MOST_KINDS = 256;

  private final FaultLog seen = new FaultLog(MOST_KINDS);
  private final LongSupplier monoMs;

  Complaints(LongSupplier monoMs) {
    this.monoMs = monoMs;
  }

  void about(String client, String kind, String sentence) {
    if (seen.note(client + " " + kind, sentence, monoMs.getAsLong())) {
      LOG.warn("MQTT client {}: {}", printable(client), sentence);
    }
  }

  void failure(String what, Throwable cause) {
    if (seen.note(what, cause.toString(), monoMs.getAsLong())) {
      LOG.error("{}", what, cause);
    }
  }

  /// Text from outside, made safe for a line of a log.
  static String printable(String text) {
    StringBuilder safe = new StringBuilder();
    text.chars().limit(100).forEach(c -> safe.append(c > 0x20 && c < 0x7F ? (char) c : '?'));
    return safe.toString();
  }
}
