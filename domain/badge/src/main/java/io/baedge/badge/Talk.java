package io.baedge.badge;

import io.baedge.badge.desired.DesiredKeeper;
import io.baedge.badge.outbox.Outbox;
import io.baedge.badge.screen.Screen;
import io.baedge.badge.uplink.LogLines;
import io.baedge.badge.uplink.MessageKind;
import io.baedge.badge.uplink.Reports;
import io.baedge.badge.uplink.Uplink;
import io.baedge.badge.uplink.Way;
import io.baedge.model.Now;
import io.baedge.model.desired.Cadence;
import io.baedge.model.message.Glass;
import java.util.List;
import java.util.function.Supplier;

/** What a badge says to its hub while there is a session: reports first, then records and lines. */
final class Talk {
  private final Uplink uplink;
  private final Outbox outbox;
  private final LogLines logLines;
  private final ReportWriter writer;
  private final Reports reports = new Reports();

  Talk(Uplink uplink, Outbox outbox, LogLines logLines, long epoch) {
    this.uplink = uplink;
    this.outbox = outbox;
    this.logLines = logLines;
    this.writer = new ReportWriter(epoch);
  }

  Reports reports() {
    return reports;
  }

  void cadence(Cadence cadence, long monoMs) {
    outbox.contactEvery(cadence.contactEveryMs());
    uplink.cadence(cadence, monoMs);
  }

  void connected(int receiveMaximum, Now now) {
    if (uplink.connected(receiveMaximum, outbox.lastSequence(), now)) {
      outbox.connected(now.monoMs());
      reports.connected();
      logLines.connected();
    }
  }

  void linkChanged(boolean up, Now now) {
    if (!uplink.link(up, now)) {
      ended();
    }
  }

  void networksChanged(List<Way.Seen> networks, Now now) {
    if (!uplink.networks(networks, now)) {
      ended();
    }
  }

  /** Lets the radio work or rest, which ends a session. */
  void radio(boolean on, long restMs, Now now) {
    if (!uplink.radio(on, restMs, outbox.lastSequence(), now)) {
      ended();
    }
  }

  /** Whether nothing is on its way to the hub or due to go. */
  boolean nothingToSay(long monoMs) {
    return uplink.nothingInFlight()
        && reports.settled()
        && !outbox.due(monoMs)
        && outbox.view().inFlight() == 0
        && !logLines.due(monoMs);
  }

  boolean inSession() {
    return uplink.inSession();
  }

  boolean asGuest() {
    return uplink.asGuest();
  }

  boolean flapping(long monoMs) {
    return uplink.flapping(monoMs);
  }

  void closed(String reason, Now now) {
    if (uplink.closed(reason, now)) {
      ended();
    }
  }

  private void ended() {
    outbox.disconnected();
    reports.disconnected();
    logLines.disconnected();
  }

  void received(long ticket, long monoMs) {
    switch (uplink.received(ticket, monoMs)) {
      case REPORTED -> reports.received(ticket);
      case LOG -> logLines.received(ticket);
      // Records count as arrived only when the hub acknowledges them.
      case TELEMETRY -> outbox.receipt(ticket, monoMs);
      case STATUS, NONE -> {}
    }
  }

  void notTaken(long ticket, String reason, long monoMs) {
    switch (uplink.notTaken(ticket, reason, monoMs)) {
      case REPORTED -> reports.failed(ticket, monoMs);
      case LOG -> logLines.failed(ticket);
      case TELEMETRY -> outbox.failed(ticket, monoMs);
      case STATUS, NONE -> {}
    }
  }

  /** Opens, keeps and ends the session as time passes. */
  void tick(Now now) {
    if (!uplink.tick(outbox.lastSequence(), now)) {
      ended();
    }
    reports.tick(now.monoMs());
  }

  /** Says everything that is due and has room. */
  void say(DesiredKeeper desired, Supplier<ReportWriter.Beside> beside, Screen screen, Now now) {
    long monoMs = now.monoMs();
    if (reports.due(monoMs) && uplink.roomFor(MessageKind.REPORTED)) {
      Glass glass = screen.glass(reports.withPicture());
      long n = reports.sent(uplink.nextTicket(), monoMs);
      var report = writer.report(desired, beside.get(), glass, n, monoMs);
      uplink.publish(report, MessageKind.REPORTED, now);
    }
    while (outbox.due(monoMs) && uplink.roomFor(MessageKind.TELEMETRY)) {
      uplink.publish(outbox.batch(uplink.nextTicket(), monoMs), MessageKind.TELEMETRY, now);
    }
    if (logLines.due(monoMs) && uplink.roomFor(MessageKind.LOG)) {
      uplink.publish(logLines.sent(uplink.nextTicket(), monoMs), MessageKind.LOG, now);
    }
  }

  /** When there is something to do; without room a receipt, not time, lets the next message go. */
  long deadlineMonoMs() {
    long due = uplink.deadlineMonoMs();
    if (uplink.roomFor(MessageKind.REPORTED)) {
      due = Math.min(due, reports.deadlineMonoMs());
    }
    if (uplink.roomFor(MessageKind.TELEMETRY)) {
      due = Math.min(due, Math.min(outbox.sendDeadlineMonoMs(), logLines.deadlineMonoMs()));
    }
    return due;
  }
}
