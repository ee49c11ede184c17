package io.baedge.screen.layout;

import java.util.List;

/// A screen as it is written: a tree of elements, and other trees for canvases that need one.
///
/// @param name name of the screen
/// @param about what the screen is for, one sentence
/// @param root the tree for canvases that no variant is meant for
/// @param variants tried in order; the first that is meant for the canvas wins
public record Layout(String name, String about, Node root, List<Variant> variants) {
  /// Copies the list.
  public Layout {
    variants = List.copyOf(variants);
  }

  /// A tree for some canvases.
  public record Variant(Selector selector, Node root) {}

  /// The tree for a canvas.
  public Node rootFor(int widthPx, int heightPx, String tier, String panel) {
    for (Variant variant : variants) {
      if (variant.selector().selects(widthPx, heightPx, tier, panel)) {
        return variant.root();
      }
    }
    return root;
  }
}
