package io.baedge.screen;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Frames as indexed PNG images of 1 or 2 bits a pixel, without any imaging library. Format: PNG
/// (Portable Network Graphics), second edition, W3C.
public final class PngWriter {
  /// Largest magnification.
  public static final int MAX_SCALE = 16;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int COLOUR_TYPE_INDEXED = 3;

  private PngWriter() {}

  /// The frame as PNG, one image pixel per panel pixel.
  public static byte[] write(Frame frame) {
    return write(frame, 1);
  }

  /// The frame as PNG with every pixel drawn as a square of `scale` pixels (1 to 16).
  public static byte[] write(Frame frame, int scale) {
    if (scale < 1 || scale > MAX_SCALE) {
      throw new IllegalArgumentException("scale " + scale + " is outside 1 to " + MAX_SCALE);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header(frame, scale));
    chunk(out, "PLTE", palette(frame.palette()));
    chunk(out, "IDAT", deflate(scanLines(frame, scale)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] header(Frame frame, int scale) {
    byte[] header = new byte[13];
    putInt(header, 0, frame.width() * scale);
    putInt(header, 4, frame.height() * scale);
    header[8] = (byte) frame.palette().bits();
    header[9] = COLOUR_TYPE_INDEXED;
    return header;
  }

  private static byte[] palette(Palette palette) {
    byte[] entries = new byte[palette.inks() * 3];
    for (int i = 0; i < palette.inks(); i++) {
      int rgb = palette.rgb(i);
      entries[i * 3] = (byte) (rgb >> 16);
      entries[i * 3 + 1] = (byte) (rgb >> 8);
      entries[i * 3 + 2] = (byte) rgb;
    }
    return entries;
  }

  private static byte[] scanLines(Frame frame, int scale) {
    int bits = frame.palette().bits();
    int perByte = 8 / bits;
    int outWidth = frame.width() * scale;
    int stride = 1 + (outWidth + perByte - 1) / perByte;
    byte[] lines = new byte[stride * frame.height() * scale];
    byte[] pixels = frame.raw();
    for (int y = 0; y < frame.height(); y++) {
      int line = y * scale * stride;
      for (int x = 0; x < outWidth; x++) {
        int index = pixels[y * frame.width() + x / scale];
        int shift = 8 - bits - x % perByte * bits;
        lines[line + 1 + x / perByte] |= (byte) (index << shift);
      }
      for (int copy = 1; copy < scale; copy++) {
        System.arraycopy(lines, line, lines, line + copy * stride, stride);
      }
    }
    return lines;
  }

  private static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(data);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(data.length / 4 + 64);
      byte[] buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] number = new byte[4];
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    putInt(number, 0, data.length);
    out.writeBytes(number);
    out.writeBytes(name);
    out.writeBytes(data);
    putInt(number, 0, (int) crc.getValue());
    out.writeBytes(number);
  }

  private static void putInt(byte[] target, int at, int value) {
    target[at] = (byte) (value >> 24);
    target[at + 1] = (byte) (value >> 16);
    target[at + 2] = (byte) (value >> 8);
    target[at + 3] = (byte) value;
  }
}
