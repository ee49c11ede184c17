package io.baedge.screen.layout;

import io.baedge.screen.image.Dither;
import io.baedge.screen.image.Fit;
import java.util.List;
import java.util.Optional;

/// An element of a layout.
public sealed interface Node {
  /// What every element may have.
  Style style();

  /// Elements one below the other.
  ///
  /// @param gap pixels between two elements
  /// @param spread where they lie when they do not fill the height
  /// @param direction of what is in it
  record Column(List<Node> children, int gap, Align spread, Direction direction, Style style)
      implements Node {
    /// Copies the list.
    public Column {
      children = List.copyOf(children);
    }
  }

  /// Elements side by side.
  ///
  /// @param gap pixels between two elements
  /// @param spread where they lie when they do not fill the width
  /// @param direction from which side they stand
  record Row(List<Node> children, int gap, Align spread, Direction direction, Style style)
      implements Node {
    /// Copies the list.
    public Row {
      children = List.copyOf(children);
    }
  }

  /// Elements in the same place, later ones above earlier ones.
  record Stack(List<Node> children, Style style) implements Node {
    /// Copies the list.
    public Stack {
      children = List.copyOf(children);
    }
  }

  /// The alternative that shows most: nothing cut, nothing left out, then the largest hero text.
  record Choice(List<Node> alternatives, Style style) implements Node {
    /// Copies the list.
    public Choice {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// The element once for each entry of a list of values; entries without room are left out from
  /// the end.
  ///
  /// @param list key of the list
  /// @param limit most entries
  /// @param alias the word by which the element names the entry
  record Repeat(String list, int limit, String alias, Node item, Style style) implements Node {}

  /// Text.
  record Text(Template content, TextStyle text, Style style) implements Node {}

  /// A QR code. Where it cannot be drawn so that it scans, the fall-back text stands instead.
  ///
  /// @param maxModulePx most pixels per module
  record Qr(
      Template content,
      Optional<Template> fallback,
      int maxModulePx,
      Align align,
      Align valign,
      Style style)
      implements Node {}

  /// A picture by its name: a mark, enlarged by a whole number, or a picture of many tones.
  ///
  /// @param maxScale most pixels per pixel of a mark
  /// @param fit how a picture of many tones fills its space
  /// @param dither how it becomes few inks; empty for what suits its kind
  record Image(
      Template name,
      int maxScale,
      Fit fit,
      Optional<Dither> dither,
      Align align,
      Align valign,
      Style style)
      implements Node {}

  /// One of Baedge's icons, as large as there is room for.
  ///
  /// @param leastPx smallest side
  /// @param mostPx largest side
  record Icon(Template name, int leastPx, int mostPx, TextStyle.Placement placement, Style style)
      implements Node {}

  /// A line across the column or row.
  record Rule(int thickness, Style style) implements Node {}

  /// Empty space.
  record Spacer(int size, Style style) implements Node {}
}
