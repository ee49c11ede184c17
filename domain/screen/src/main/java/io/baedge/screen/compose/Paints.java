package io.baedge.screen.compose;

import io.baedge.screen.Palette;
import io.baedge.screen.layout.Align;
import io.baedge.screen.layout.Direction;
import io.baedge.screen.layout.Ground;
import io.baedge.screen.layout.Ink;
import io.baedge.screen.layout.Style;
import io.baedge.screen.theme.AccentUse;
import io.baedge.screen.theme.Band;

/// Which inks of a panel stand for the grounds and inks that layouts and themes name.
///
/// @param accents where the accent colour is used
/// @param band of the wearer's role
record Paints(Palette palette, AccentUse accents, Band band) {
  /// What an element is drawn on and with, and from which side it is read.
  ///
  /// @param banded whether it lies on the band of a role
  record Tone(int ground, Ink ink, boolean banded, Direction direction) {
    static final Tone PAPER = new Tone(Palette.WHITE, Ink.AUTO, false, Direction.AUTO);

    /// The same, read from this side.
    Tone read(Direction other) {
      return new Tone(ground, ink, banded, other);
    }

    /// Whether it is read from the right.
    boolean mirrored() {
      return direction == Direction.RTL;
    }

    /// Where content lies by this tone's direction.
    Align placed(Align align) {
      return mirrored() ? Reading.mirrored(align) : align;
    }
  }

  /// The tone of an element within another.
  Tone tone(Style.Paint paint, Tone above) {
    boolean role = paint.ground() == Ground.ROLE;
    Ground ground = role ? band.ground() : paint.ground();
    boolean banded = role || (above.banded() && ground == Ground.NONE);
    int ink =
        switch (ground) {
          case NONE -> above.ground();
          case WHITE -> Palette.WHITE;
          case BLACK -> Palette.BLACK;
          case ACCENT, ROLE -> accent(banded);
        };
    Ink wanted = role && paint.ink() == Ink.AUTO ? band.ink() : paint.ink();
    return new Tone(ink, wanted == Ink.AUTO ? above.ink() : wanted, banded, above.direction());
  }

  /// The accent is only used where it can be read: not as yellow on white, and not on dark grounds.
  int inkOn(Tone tone) {
    int accent = accent(tone.banded());
    boolean readable =
        tone.ground() == Palette.WHITE && palette.readableOn(accent) == Palette.WHITE;
    return tone.ink() == Ink.ACCENT && readable ? accent : palette.readableOn(tone.ground());
  }

  private int accent(boolean banded) {
    boolean used = accents == AccentUse.ALL || (accents == AccentUse.BANDS && banded);
    return used ? palette.accent() : Palette.BLACK;
  }
}
