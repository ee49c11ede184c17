package io.baedge.badge.uplink;

import io.baedge.model.Limits;
import io.baedge.model.message.DeviceLog;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Log lines on their way to the hub; the oldest make room. */
public final class LogLines {
  private static final int MOST = 200;
  private static final long SPACING_MS = 10_000;

  private final long epoch;
  private final ArrayDeque<DeviceLog.Line> lines = new ArrayDeque<>();
  private int inFlight;
  private long ticket = -1;
  private long dropped;
  private long notBeforeMonoMs;
  private boolean open;

  /** Starts empty. */
  public LogLines(long epoch) {
    this.epoch = epoch;
  }

  /** Adds a line, cut to what the wire takes. */
  public void add(long monoMs, DeviceLog.Level level, String text) {
    if (lines.size() == MOST) {
      lines.removeFirst();
      inFlight = Math.max(0, inFlight - 1);
      dropped++;
    }
    String cut = text.length() <= Limits.LINE_CHARS ? text : text.substring(0, Limits.LINE_CHARS);
    lines.add(new DeviceLog.Line(monoMs, level, cut));
  }

  /** A session is open. */
  public void connected() {
    open = true;
    inFlight = 0;
  }

  /** The session is over; lines without a receipt go again. */
  public void disconnected() {
    open = false;
  }

  /** Whether lines should be sent now. */
  public boolean due(long monoMs) {
    return monoMs >= deadlineMonoMs();
  }

  /** The lines to send under this ticket. */
  public DeviceLog sent(long newTicket, long monoMs) {
    List<DeviceLog.Line> batch = new ArrayList<>();
    for (DeviceLog.Line line : lines) {
      if (batch.size() == Limits.LOG_LINES) {
        break;
      }
      batch.add(line);
    }
    inFlight = batch.size();
    ticket = newTicket;
    notBeforeMonoMs = monoMs + SPACING_MS;
    return new DeviceLog(epoch, dropped, batch);
  }

  /** The receipt came: these lines are through. */
  public void received(long ofTicket) {
    if (ofTicket == ticket) {
      for (; inFlight > 0; inFlight--) {
        lines.removeFirst();
      }
    }
  }

  /** The lines were not taken. */
  public void failed(long ofTicket) {
    inFlight = ofTicket == ticket ? 0 : inFlight;
  }

  /** When lines may be sent. */
  public long deadlineMonoMs() {
    return open && inFlight == 0 && !lines.isEmpty() ? notBeforeMonoMs : Long.MAX_VALUE;
  }
}
