package io.baedge.screen.layout;

import java.util.List;

/// What every element may have.
///
/// @param when conditions that must all hold, or the element is not there
/// @param grow share of the space that is left over; 0 = only what it needs
/// @param optional may be left out when there is no room
public record Style(
    List<Condition> when, int grow, boolean optional, Insets padding, Paint paint, Size size) {
  /// No wishes.
  public static final Style PLAIN =
      new Style(List.of(), 0, false, Insets.NONE, Paint.PLAIN, Size.FREE);

  /// Copies the list.
  public Style {
    when = List.copyOf(when);
  }

  /// What it lies on and is drawn with.
  public record Paint(Ground ground, Ink ink) {
    /// As the parent.
    public static final Paint PLAIN = new Paint(Ground.NONE, Ink.AUTO);
  }

  /// Wanted width and height.
  public record Size(Extent width, Extent height) {
    /// As the content needs.
    public static final Size FREE = new Size(Extent.NONE, Extent.NONE);
  }
}
