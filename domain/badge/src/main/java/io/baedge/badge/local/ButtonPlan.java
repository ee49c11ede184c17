package io.baedge.badge.local;

import java.util.List;

/**
 * What the buttons do. Each does one thing when it is pressed and another when it is held: the name
 * of a screen, or one of {@link #WORDS}.
 *
 * @param press by button, the first button first
 * @param hold by button; those that the list does not reach do nothing
 * @param rotation the screens that {@code next} goes through
 */
public record ButtonPlan(List<String> press, List<String> hold, List<String> rotation) {
  static final String NEXT = "next";
  static final String RELEASE = "release";
  static final String IDENTIFY = "identify";
  static final String REDRAW = "redraw";
  static final String NONE = "none";

  /** What a button can do beside showing a screen. */
  public static final List<String> WORDS = List.of(NEXT, RELEASE, IDENTIFY, REDRAW, NONE);

  public ButtonPlan {
    press = List.copyOf(press);
    hold = List.copyOf(hold);
    rotation = List.copyOf(rotation);
  }

  /** How many buttons there are. */
  public int count() {
    return Math.max(press.size(), hold.size());
  }

  /** What a button does; nothing where the plan says nothing. */
  String action(int number, boolean held) {
    List<String> of = held ? hold : press;
    return number <= of.size() ? of.get(number - 1) : NONE;
  }

  /** The screen after that one. */
  String next(String screen, List<String> possible) {
    List<String> round = rotation.stream().filter(possible::contains).toList();
    return round.isEmpty() ? screen : round.get((round.indexOf(screen) + 1) % round.size());
  }
}
