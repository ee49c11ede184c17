package io.baedge.screen.compose;

import io.baedge.screen.Picture;
import io.baedge.screen.glyph.Shaped;
import io.baedge.screen.layout.Align;
import io.baedge.screen.layout.Direction;
import io.baedge.screen.layout.Node;
import io.baedge.screen.layout.Style;
import io.baedge.screen.layout.TextStyle;
import io.baedge.screen.mark.Icons;
import java.util.List;
import java.util.Optional;

/// A layout's element with its values filled in; elements whose conditions do not hold, and empty
/// texts, are gone.
sealed interface Bound {
  Style style();

  /// The direction in which a group places its elements.
  enum Axis {
    HORIZONTAL,
    VERTICAL
  }

  record Group(
      Axis axis, List<Bound> children, int gap, Align spread, Direction direction, Style style)
      implements Bound {}

  record Stack(List<Bound> children, Style style) implements Bound {}

  record Choice(List<Bound> alternatives, Style style) implements Bound {}

  /// A text; the memo belongs to the one composition that this element is part of.
  record Text(Shaped shaped, TextStyle text, Style style, TextMemo memo) implements Bound {
    Text(Shaped shaped, TextStyle text, Style style) {
      this(shaped, text, style, new TextMemo());
    }

    /// The atoms of the text: with words as a whole, or broken into syllables.
    Shaped atoms(boolean insideWords) {
      return insideWords ? memo.inSyllables(shaped) : shaped;
    }
  }

  record Qr(
      String content,
      Optional<Text> fallback,
      int maxModulePx,
      Align align,
      Align valign,
      Style style)
      implements Bound {}

  record Image(Picture picture, Node.Image wish) implements Bound {
    @Override
    public Style style() {
      return wish.style();
    }
  }

  /// An icon in the sizes it may have, ascending.
  ///
  /// @param mirrored the same for those who read from the right
  record Icon(List<Icons.Cut> cuts, List<Icons.Cut> mirrored, Node.Icon wish) implements Bound {
    @Override
    public Style style() {
      return wish.style();
    }

    /// The largest that fits, else the smallest.
    Icons.Cut fitting(int width, int height, boolean fromRight) {
      List<Icons.Cut> sizes = fromRight ? mirrored : cuts;
      Icons.Cut best = sizes.getFirst();
      for (Icons.Cut cut : sizes) {
        best = cut.sidePx() <= Math.min(width, height) ? cut : best;
      }
      return best;
    }
  }

  record Rule(int thickness, Style style) implements Bound {}

  record Spacer(int size, Style style) implements Bound {}

  /// Words for reports about this element.
  default String label() {
    return switch (this) {
      case Group group ->
          group.children().stream()
              .map(Bound::label)
              .filter(l -> !l.isEmpty())
              .findFirst()
              .orElse("");
      case Stack stack ->
          stack.children().stream()
              .map(Bound::label)
              .filter(l -> !l.isEmpty())
              .findFirst()
              .orElse("");
      case Choice choice -> choice.alternatives().getFirst().label();
      case Text text -> text.shaped().text();
      case Qr qr -> "QR code of " + qr.content();
      case Image _ -> "an image";
      case Icon _ -> "an icon";
      case Rule _ -> "a line";
      case Spacer _ -> "a space";
    };
  }
}
