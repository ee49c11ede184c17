package io.baedge.screen;

/// What differs between the picture on the glass and the next one.
///
/// @param changedPx pixels whose ink differs
/// @param allPx pixels of the next picture
/// @param coloured whether either of them has an ink beside black and white
public record FrameChange(int changedPx, int allPx, boolean coloured) {
  /// Pictures of another size or palette differ in every pixel.
  public static FrameChange between(Frame before, Frame after) {
    byte[] old = before.raw();
    byte[] wanted = after.raw();
    boolean comparable =
        before.width() == after.width()
            && before.height() == after.height()
            && before.palette() == after.palette();
    int changed = comparable ? 0 : wanted.length;
    boolean coloured = false;
    for (int i = 0; i < wanted.length; i++) {
      coloured |= wanted[i] > Palette.BLACK;
      if (comparable) {
        coloured |= old[i] > Palette.BLACK;
        changed += old[i] == wanted[i] ? 0 : 1;
      }
    }
    return new FrameChange(changed, wanted.length, coloured || !comparable);
  }

  /// The changed share of the glass, percent, rounded up.
  public int percent() {
    return (int) ((100L * changedPx + allPx - 1) / allPx);
  }
}
