package io.baedge.screen;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Frames as compact bytes for the wire and the store: deterministic, exact, about 1 KB for a
/// badge's picture.
///
/// Format 1: `B1`, palette id, width and height (16 bits each, big-endian), then per bit plane the
/// rows, most significant bit first, each row XORed with the row above it, the whole plane
/// run-length coded: a control byte `00–7F` = that many + 1 plain bytes follow; `80–BE` = 1 to 63
/// zero bytes; `BF` + 16 bits = that many + 64 zero bytes; `C0–FF` = the next byte 2 to 65 times.
/// Plane 0 holds bit 0 of the index, plane 1 bit 1.
public final class FrameCodec {
  /// Longest encoded frame that is accepted, in bytes.
  public static final int MAX_BYTES = 128 * 1024;

  private static final int FORMAT_1 = 0xB1;
  private static final int HEADER_BYTES = 6;
  private static final int MAX_PIXELS = 1 << 19;
  private static final int MAX_LITERAL = 128;
  private static final int MAX_SHORT_ZEROS = 63;
  private static final int MAX_LONG_ZEROS = 0xFFFF + MAX_SHORT_ZEROS + 1;
  private static final int MAX_REPEAT = 65;
  private static final int ZEROS = 0x80;
  private static final int LONG_ZEROS = 0xBF;
  private static final int REPEAT = 0xC0;

  private FrameCodec() {}

  /// The bytes of a frame; equal frames give equal bytes.
  public static byte[] encode(Frame frame) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    out.write(FORMAT_1);
    out.write(frame.palette().id());
    out.write(frame.width() >> 8);
    out.write(frame.width());
    out.write(frame.height() >> 8);
    out.write(frame.height());
    for (int bit = 0; bit < frame.palette().bits(); bit++) {
      runLength(plane(frame, bit), out);
    }
    return out.toByteArray();
  }

  private static byte[] plane(Frame frame, int bit) {
    int stride = (frame.width() + 7) / 8;
    byte[] packed = new byte[stride * frame.height()];
    byte[] pixels = frame.raw();
    int at = 0;
    for (int y = 0; y < frame.height(); y++) {
      int row = y * stride;
      for (int x = 0; x < frame.width(); x++) {
        int on = pixels[at++] >> bit & 1;
        packed[row + (x >> 3)] |= (byte) (on << (7 - (x & 7)));
      }
    }
    for (int i = packed.length - 1; i >= stride; i--) {
      packed[i] ^= packed[i - stride];
    }
    return packed;
  }

  private static void runLength(byte[] bytes, ByteArrayOutputStream out) {
    int at = 0;
    while (at < bytes.length) {
      int run = runAt(bytes, at);
      if (bytes[at] == 0) {
        run = Math.min(run, MAX_LONG_ZEROS);
        writeZeros(run, out);
        at += run;
      } else if (run >= 2) {
        run = Math.min(run, MAX_REPEAT);
        out.write(REPEAT + run - 2);
        out.write(bytes[at]);
        at += run;
      } else {
        int end = literalEnd(bytes, at);
        out.write(end - at - 1);
        out.write(bytes, at, end - at);
        at = end;
      }
    }
  }

  private static int runAt(byte[] bytes, int at) {
    int end = at + 1;
    while (end < bytes.length && bytes[end] == bytes[at]) {
      end++;
    }
    return end - at;
  }

  /// Plain bytes go on until a run begins that is worth its own control byte: two zeros or three
  /// equal bytes.
  private static int literalEnd(byte[] bytes, int at) {
    int end = at + 1;
    while (end < bytes.length && end - at < MAX_LITERAL) {
      int run = runAt(bytes, end);
      if (run >= 3 || (bytes[end] == 0 && run >= 2)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static void writeZeros(int run, ByteArrayOutputStream out) {
    if (run <= MAX_SHORT_ZEROS) {
      out.write(ZEROS + run - 1);
    } else {
      int more = run - MAX_SHORT_ZEROS - 1;
      out.write(LONG_ZEROS);
      out.write(more >> 8);
      out.write(more);
    }
  }

  /// The frame of these bytes.
  ///
  /// @throws FrameFormatException if the bytes are not exactly one frame of a known format
  public static Frame decode(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || bytes.length > MAX_BYTES) {
      throw new FrameFormatException(
          "a frame has " + HEADER_BYTES + " to " + MAX_BYTES + " bytes, got " + bytes.length);
    }
    if ((bytes[0] & 0xFF) != FORMAT_1) {
      throw new FrameFormatException(
          "frame format " + (bytes[0] & 0xFF) + " is not known; expected 177");
    }
    Palette palette = Palette.ofId(bytes[1] & 0xFF);
    int width = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    int height = (bytes[4] & 0xFF) << 8 | (bytes[5] & 0xFF);
    Frame.checkSize(width, height);
    if (width * height > MAX_PIXELS) {
      throw new FrameFormatException(
          "a frame of " + width + "x" + height + " is too large to send");
    }
    byte[] pixels = new byte[width * height];
    Reader reader = new Reader(bytes);
    for (int bit = 0; bit < palette.bits(); bit++) {
      spread(reader.plane((width + 7) / 8, height), width, bit, pixels);
    }
    if (reader.at != bytes.length) {
      throw new FrameFormatException(
          "the frame ends after " + reader.at + " bytes, got " + bytes.length);
    }
    return Frame.owning(width, height, palette, pixels);
  }

  private static void spread(byte[] plane, int width, int bit, byte[] pixels) {
    int stride = (width + 7) / 8;
    int paddingMask = 0xFF >> (8 - (stride * 8 - width));
    for (int at = 0, row = 0; at < pixels.length; row += stride) {
      for (int x = 0; x < width; x++) {
        int on = plane[row + (x >> 3)] >> (7 - (x & 7)) & 1;
        pixels[at++] |= (byte) (on << bit);
      }
      if (stride * 8 != width && (plane[row + stride - 1] & paddingMask) != 0) {
        throw new FrameFormatException("the bits after the last pixel of a row must be zero");
      }
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at = HEADER_BYTES;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    private int next() {
      if (at >= bytes.length) {
        throw new FrameFormatException("the frame's bytes end too early, after " + bytes.length);
      }
      return bytes[at++] & 0xFF;
    }

    byte[] plane(int stride, int rows) {
      byte[] out = new byte[stride * rows];
      int filled = 0;
      while (filled < out.length) {
        int control = next();
        int length = length(control);
        if (length > out.length - filled) {
          throw new FrameFormatException(
              "a run of " + length + " bytes is longer than the rest of the plane");
        }
        if (control < ZEROS) {
          for (int i = 0; i < length; i++) {
            out[filled + i] = (byte) next();
          }
        } else if (control >= REPEAT) {
          Arrays.fill(out, filled, filled + length, (byte) next());
        }
        filled += length;
      }
      for (int i = stride; i < out.length; i++) {
        out[i] ^= out[i - stride];
      }
      return out;
    }

    private int length(int control) {
      if (control < ZEROS) {
        return control + 1;
      }
      if (control >= REPEAT) {
        return control - REPEAT + 2;
      }
      if (control == LONG_ZEROS) {
        return (next() << 8 | next()) + MAX_SHORT_ZEROS + 1;
      }
      return control - ZEROS + 1;
    }
  }
}
