package io.baedge.kit.journal;

import java.util.List;

/**
 * What a journal says at the start of a badge; the records themselves are read when they are sent.
 *
 * @param generation of the hub's store for which the marks are true; 0 for none
 * @param held oldest epoch first
 * @param losses of which no record tells yet
 */
public record JournalContents(long generation, List<Held> held, List<Loss> losses) {
  /** An empty card. */
  public static final JournalContents NOTHING = new JournalContents(0, List.of(), List.of());

  public JournalContents {
    held = List.copyOf(held);
    losses = List.copyOf(losses);
  }
}
