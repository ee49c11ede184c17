package io.baedge.screen.java2d;

import io.baedge.screen.Frame;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/// Many pictures side by side in one PNG, to be looked at by people.
public final class ContactSheet {
  private static final int GAP_PX = 6;
  private static final int[] COLOURS = {0xFFFFFF, 0x000000, 0xC8102E, 0xF2B705, 0x8A8F98};
  private static final int GROUND = 4;

  private ContactSheet() {}

  /// The PNG of these rows; all rows hold pictures of the same sizes in the same order.
  ///
  /// @param rowsBeside how many rows stand side by side before the next line begins
  /// @throws IOException if the image cannot be written
  public static byte[] png(List<List<Frame>> rows, int rowsBeside) throws IOException {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a contact sheet needs at least one row of pictures");
    }
    List<Frame> first = rows.getFirst();
    int rowWidth = first.stream().mapToInt(frame -> frame.width() + GAP_PX).sum();
    int rowHeight = first.stream().mapToInt(Frame::height).max().orElse(1) + GAP_PX;
    int beside = Math.min(rowsBeside, rows.size());
    int lines = (rows.size() + beside - 1) / beside;
    var image =
        new BufferedImage(
            beside * (rowWidth + GAP_PX) + GAP_PX,
            lines * rowHeight + GAP_PX,
            BufferedImage.TYPE_BYTE_INDEXED,
            colours());
    WritableRaster raster = image.getRaster();
    fill(raster);
    for (int i = 0; i < rows.size(); i++) {
      // Down a column first, as a list is read.
      int x = GAP_PX + i / lines * (rowWidth + GAP_PX);
      for (Frame frame : rows.get(i)) {
        copy(frame, raster, x, GAP_PX + i % lines * rowHeight);
        x += frame.width() + GAP_PX;
      }
    }
    var out = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java runtime cannot write PNG images");
    }
    return out.toByteArray();
  }

  private static IndexColorModel colours() {
    int[] map = new int[COLOURS.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = 0xFF000000 | COLOURS[i];
    }
    return new IndexColorModel(
        8, map.length, map, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }

  private static void fill(WritableRaster raster) {
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        raster.setSample(x, y, 0, GROUND);
      }
    }
  }

  private static void copy(Frame frame, WritableRaster raster, int left, int top) {
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int rgb = frame.palette().rgb(frame.pixel(x, y));
        for (int i = 0; i < GROUND; i++) {
          if (COLOURS[i] == rgb) {
            raster.setSample(left + x, top + y, 0, i);
          }
        }
      }
    }
  }
}
