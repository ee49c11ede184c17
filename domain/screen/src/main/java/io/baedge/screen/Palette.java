package io.baedge.screen;

import io.baedge.model.panel.PanelModel;

/// The inks of a panel. A pixel is an index: 0 white (the ground), 1 black, 2 the accent colour, 3
/// a second colour. The id is part of [FrameCodec]'s bytes and never changes.
public enum Palette {
  /// White and black.
  BW(0, 2),
  /// White, black and red.
  BWR(1, 3),
  /// White, black and yellow.
  BWY(2, 3),
  /// White, black, red (the accent) and yellow.
  BWYR(3, 4);

  /// Index of white, the ground of every panel.
  public static final int WHITE = 0;

  /// Index of black.
  public static final int BLACK = 1;

  private static final int WHITE_RGB = 0xFFFFFF;
  private static final int BLACK_RGB = 0x000000;
  private static final int RED_RGB = 0xC8102E;
  private static final int YELLOW_RGB = 0xF2B705;

  private final int id;
  private final int inks;

  Palette(int id, int inks) {
    this.id = id;
    this.inks = inks;
  }

  /// The number of this palette on the wire, 0 to 3.
  public int id() {
    return id;
  }

  /// How many indexes a pixel may have: 2, 3 or 4.
  public int inks() {
    return inks;
  }

  /// Bits a pixel needs: 1 or 2.
  public int bits() {
    return inks == 2 ? 1 : 2;
  }

  /// The inks that a panel of this model has; a colour that the model leaves open is taken as red.
  public static Palette of(PanelModel panel) {
    return switch (panel.inks()) {
      case BLACK -> BW;
      case BLACK_AND_ACCENT -> BWR;
      case BLACK_YELLOW_RED -> BWYR;
    };
  }

  /// The palette with this id.
  ///
  /// @throws FrameFormatException if there is none
  public static Palette ofId(int id) {
    for (Palette palette : values()) {
      if (palette.id == id) {
        return palette;
      }
    }
    throw new FrameFormatException("palette id " + id + " is not known; expected 0 to 3");
  }

  /// The index to draw accents with: the accent colour, or black where the panel has no colour.
  public int accent() {
    return inks == 2 ? BLACK : 2;
  }

  /// The index that can be read on a ground of this index: black on white and yellow, else white.
  public int readableOn(int ground) {
    return ground == WHITE || rgb(ground) == YELLOW_RGB ? BLACK : WHITE;
  }

  /// The colour to show for an index on other screens, as 0xRRGGBB.
  public int rgb(int index) {
    return switch (index) {
      case WHITE -> WHITE_RGB;
      case BLACK -> BLACK_RGB;
      case 2 -> this == BWY ? YELLOW_RGB : RED_RGB;
      case 3 -> YELLOW_RGB;
      default -> throw new IllegalArgumentException("no ink has the index " + index);
    };
  }
}
