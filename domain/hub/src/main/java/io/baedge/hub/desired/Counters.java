package io.baedge.hub.desired;

import io.baedge.hub.store.Write;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;

/** The store-wide counters of accepted changes and of hand-overs. */
public final class Counters {
  private final long generation;
  private long revision;
  private long token;
  private boolean moved;

  /** Both at zero. */
  public Counters(long generation) {
    this.generation = generation;
  }

  /** Takes the stored counters. */
  public void restore(Write.Counters stored) {
    revision = stored.revision();
    token = stored.token();
  }

  /** The newest accepted change. */
  public Revision revision() {
    return new Revision(generation, revision);
  }

  /** One more accepted change. */
  public Revision nextRevision() {
    revision++;
    moved = true;
    return revision();
  }

  /** One more hand-over. */
  public FencingToken nextToken() {
    return new FencingToken(nextSerial());
  }

  /** A number from the counter of hand-overs for something else. */
  public long nextSerial() {
    moved = true;
    return ++token;
  }

  /** Whether the row has changed since it was last taken. */
  public boolean moved() {
    return moved;
  }

  /** The row to store. */
  public Write row() {
    moved = false;
    return new Write.Counters(revision, token);
  }
}
