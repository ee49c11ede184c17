package io.baedge.model.doc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects everything that is wrong with a document, so that a person sees it all at once. */
public final class Problems {
  private static final int MOST_KEPT = 100;

  private final List<Problem> found = new ArrayList<>();
  private final Positions positions;
  private int dropped;

  /** For a document without a source text. */
  public Problems() {
    this(Positions.NONE);
  }

  /** For a document whose values have places in a text. */
  public Problems(Positions positions) {
    this.positions = positions;
  }

  /** Notes one. */
  public void add(String field, String message) {
    if (found.size() == MOST_KEPT) {
      dropped++;
      return;
    }
    Positions.Position at = positions.of(field);
    found.add(new Problem(field, message, at.line(), at.column()));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them in the order found. */
  public List<Problem> all() {
    return List.copyOf(found);
  }

  /** All of them as sentences, separated by semicolons. */
  public String sentence() {
    String listed = found.stream().map(Problem::sentence).collect(Collectors.joining("; "));
    return dropped == 0 ? listed : listed + "; and " + dropped + " more";
  }
}
