package io.baedge.sim.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a run looked like minute by minute, for charts. */
public final class Timeline {
  private static final int MOST_MARKS = 4_000;

  private final List<Minute> minutes = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  /**
   * One virtual minute, at its end.
   *
   * @param presence badges in each state, in the order of the states
   * @param stored records in the hub's store
   * @param gone records that the hub knows will never come
   * @param held records that badges hold and the hub has not acknowledged
   * @param refreshes of all glasses in this minute
   * @param triesPerSecond most attempts to connect in one second of this minute
   */
  public record Minute(
      List<Integer> presence,
      long stored,
      long gone,
      long held,
      long refreshes,
      long triesPerSecond) {
    public Minute {
      presence = List.copyOf(presence);
    }
  }

  /** Something went wrong at a moment. */
  public record Mark(long atMs, String kind) {}

  /** One minute more. */
  public void add(Minute minute) {
    minutes.add(minute);
  }

  /** A mishap; beyond a bound they are counted only. */
  public void mark(long atMs, String kind) {
    if (marks.size() < MOST_MARKS) {
      marks.add(new Mark(atMs, kind));
    }
  }

  /** All minutes in order. */
  public List<Minute> minutes() {
    return Collections.unmodifiableList(minutes);
  }

  /** All marks in order. */
  public List<Mark> marks() {
    return Collections.unmodifiableList(marks);
  }
}
