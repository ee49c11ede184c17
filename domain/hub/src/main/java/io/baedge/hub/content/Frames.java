package io.baedge.hub.content;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * Hashes of the pictures that the store holds. Forgetting one costs a repeated transfer, nothing
 * more, because the store leaves alone what it has.
 */
public final class Frames {
  private final SequencedSet<String> hashes = new LinkedHashSet<>();
  private final int most;

  /** Remembers at most so many. */
  public Frames(int most) {
    this.most = most;
  }

  /** Whether the store holds it. */
  public boolean holds(String hash) {
    return hashes.contains(hash);
  }

  /** The store holds it from now on. */
  public void add(String hash) {
    if (hashes.add(hash) && hashes.size() > most) {
      hashes.removeFirst();
    }
  }
}
