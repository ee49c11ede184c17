package io.baedge.mqtt.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a byte stream into packets, however it is fragmented. Keeps memory only while a packet is
/// incomplete, and never more than has arrived. Not thread safe.
public final class PacketReader {

  /// Receives each packet in order.
  @FunctionalInterface
  public interface Sink {
    /// Returns false to stop reading (what follows is dropped).
    boolean packet(Packet packet);
  }

  private static final byte[] EMPTY = {};

  private final int maxPacketBytes;
  private byte[] held = EMPTY;
  private int heldBytes;

  /// A packet larger than `maxPacketBytes` (header included) is refused as soon as its length is
  /// known.
  public PacketReader(int maxPacketBytes) {
    this.maxPacketBytes = maxPacketBytes;
  }

  /// Reads `length` bytes at `offset`. Returns null, or why the stream cannot go on.
  public @Nullable Malformed read(byte[] source, int offset, int length, Sink sink) {
    try {
      int at = offset;
      int end = offset + length;
      while (heldBytes > 0 && at < end) {
        int taken = fill(source, at, end);
        at += taken;
        long total = packetBytes(held, 0, heldBytes);
        if (total == heldBytes) {
          heldBytes = 0;
          byte[] whole = held;
          held = EMPTY;
          if (!sink.packet(PacketDecoder.decode(whole, 0, (int) total))) {
            return null;
          }
        }
      }
      while (at < end) {
        long total = packetBytes(source, at, end - at);
        if (total < 0 || total > end - at) {
          hold(source, at, end - at);
          return null;
        }
        Packet packet = PacketDecoder.decode(source, at, (int) total);
        at += (int) total;
        if (!sink.packet(packet)) {
          return null;
        }
      }
      return null;
    } catch (MalformedException e) {
      return e.malformed();
    }
  }

  /// Bytes of an incomplete packet that are kept.
  public int heldBytes() {
    return heldBytes;
  }

  /// Adds to the held packet what belongs to it; one byte at a time while its length is unknown.
  private int fill(byte[] source, int at, int end) throws MalformedException {
    long total = packetBytes(held, 0, heldBytes);
    int wanted = total < 0 ? 1 : (int) Math.min(total - heldBytes, end - at);
    hold(source, at, wanted);
    return wanted;
  }

  private void hold(byte[] source, int at, int count) {
    int wanted = heldBytes + count;
    if (held.length < wanted) {
      held = Arrays.copyOf(held, Math.max(wanted, Math.min(held.length * 2, maxPacketBytes)));
    }
    System.arraycopy(source, at, held, heldBytes, count);
    heldBytes = wanted;
  }

  /// Whole length of the packet that starts at `at`, or -1 while its header is incomplete.
  private long packetBytes(byte[] source, int at, int available) throws MalformedException {
    long length = 0;
    for (int i = 1; i < 5; i++) {
      if (i >= available) {
        return -1;
      }
      int value = source[at + i];
      length |= (long) (value & 0x7F) << (7 * (i - 1));
      if (value >= 0) {
        return checked(length + i + 1);
      }
    }
    throw new MalformedException(
        ReasonCode.MALFORMED_PACKET, "the packet length has more than four bytes");
  }

  private long checked(long total) throws MalformedException {
    if (total > maxPacketBytes) {
      throw new MalformedException(
          ReasonCode.PACKET_TOO_LARGE,
          "a packet of " + total + " bytes exceeds the limit of " + maxPacketBytes);
    }
    return total;
  }
}
