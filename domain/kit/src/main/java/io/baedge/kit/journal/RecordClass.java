package io.baedge.kit.journal;

import io.baedge.model.telemetry.Reading;

/** What records are worth when space runs out, the most precious first (methods.md 3.2). */
public enum RecordClass {
  /** State changes, presses, evictions. */
  EVENTS(40),
  /** Power and board. */
  GAUGES(30),
  /** What the radio heard. */
  RADIO(20),
  /** Events of kind {@code debug}. */
  DEBUG(10);

  private static final RecordClass[] ALL = values();
  private static final String DEBUG_KIND = "debug";

  private final int sharePercent;

  RecordClass(int sharePercent) {
    this.sharePercent = sharePercent;
  }

  /** The share of the space that no other class can take. */
  public int sharePercent() {
    return sharePercent;
  }

  /** The class of a reading. */
  public static RecordClass of(Reading reading) {
    return switch (reading) {
      case Reading.Event e -> e.kind().equals(DEBUG_KIND) ? DEBUG : EVENTS;
      case Reading.Power _, Reading.Board _ -> GAUGES;
      case Reading.Radio _ -> RADIO;
    };
  }

  static RecordClass at(int ordinal) {
    return ALL[ordinal];
  }

  static int count() {
    return ALL.length;
  }
}
