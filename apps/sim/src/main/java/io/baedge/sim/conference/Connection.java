package io.baedge.sim.conference;

import io.baedge.model.message.Status;
import org.jspecify.annotations.Nullable;

/** One connection of a device, from the attempt on. */
final class Connection {
  private static final int SERIAL_BITS = 16;
  private static final int TICKET_BITS = 28;

  final NetworkEnd end;
  final long serial;
  final Status will;

  /** The neighbour that it passes through; null when it does not. */
  @Nullable NetworkEnd relay;

  /** Whether the badge has been told. */
  boolean established;

  /** The hub has given it up; the badge learns of it when it next sends. */
  boolean closedAtHub;

  /** The broker in between has started anew: what is on its way is lost, and so is the will. */
  boolean forgotten;

  /** The start of the hub that knows it; 0 when none does. */
  int hubRun;

  Connection(NetworkEnd end, Status will) {
    this.end = end;
    this.serial = ++end.serial;
    this.will = will;
  }

  /** Device, connection and the badge's own ticket in one number. */
  long ticket(long badgeTicket) {
    long shortSerial = serial & ((1L << SERIAL_BITS) - 1);
    return ((long) end.device.number() << (SERIAL_BITS + TICKET_BITS))
        | (shortSerial << TICKET_BITS)
        | badgeTicketOf(badgeTicket);
  }

  static int deviceOf(long ticket) {
    return (int) (ticket >>> (SERIAL_BITS + TICKET_BITS));
  }

  static long badgeTicketOf(long ticket) {
    return ticket & ((1L << TICKET_BITS) - 1);
  }
}
