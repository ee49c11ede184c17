package io.baedge.screen.compose;

import io.baedge.screen.layout.Align;
import io.baedge.screen.layout.Direction;
import java.util.List;
import java.util.function.Predicate;

/// Finds out from which side elements are read.
final class Reading {
  private Reading() {}

  /// The direction of everything below an element that has a text that matters.
  static Direction ofHero(Bound root) {
    return first(root, text -> text.text().hero());
  }

  /// The direction of a group within another.
  static Direction of(Bound.Group group, Direction around) {
    if (group.direction() != Direction.AUTO) {
      return group.direction();
    }
    boolean alone = around == Direction.AUTO && group.axis() == Bound.Axis.HORIZONTAL;
    return alone ? first(group, _ -> true) : around;
  }

  /// The first direction that a text has; numbers and signs have none.
  private static Direction first(Bound element, Predicate<Bound.Text> counts) {
    return switch (element) {
      case Bound.Text text when counts.test(text) -> ofText(text.shaped().text());
      case Bound.Group group -> first(group.children(), counts);
      case Bound.Stack stack -> first(stack.children(), counts);
      case Bound.Choice choice -> first(choice.alternatives(), counts);
      case Bound.Text _, Bound.Qr _, Bound.Image _, Bound.Icon _, Bound.Rule _, Bound.Spacer _ ->
          Direction.AUTO;
    };
  }

  private static Direction first(List<Bound> elements, Predicate<Bound.Text> counts) {
    for (Bound element : elements) {
      Direction found = first(element, counts);
      if (found != Direction.AUTO) {
        return found;
      }
    }
    return Direction.AUTO;
  }

  private static Direction ofText(String text) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      switch (Character.getDirectionality(text.codePointAt(at))) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return Direction.LTR;
        }
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return Direction.RTL;
        }
        default -> {}
      }
    }
    return Direction.AUTO;
  }

  /// Where content lies when it is read from the other side.
  static Align mirrored(Align align) {
    return switch (align) {
      case START -> Align.END;
      case CENTER -> Align.CENTER;
      case END -> Align.START;
    };
  }
}
