package io.baedge.screen.compose;

import java.util.Arrays;
import java.util.List;

/// Shares out the space of a group along its direction. Optional elements go first, from the end;
/// then what is left is squeezed, what does not grow before what does.
final class Sharing {
  /// How much space an element asks for.
  interface Demand {
    int of(Bound child, Sizer.Wish wish);

    /// Whether so much would be enough; cheaper than asking how little would be.
    boolean fits(Bound child, int px, Sizer.Wish wish);
  }

  private final List<Bound> children;
  private final int gap;
  private final int available;
  private final Demand demand;
  private final int[] px;
  private final boolean[] gone;

  Sharing(Bound.Group group, int available, Demand demand) {
    this.children = group.children();
    this.gap = group.gap();
    this.available = available;
    this.demand = demand;
    this.px = new int[children.size()];
    this.gone = new boolean[children.size()];
  }

  int[] run() {
    if (easy()) {
      return px;
    }
    ask(Sizer.Wish.COMFORT);
    while (overflow() > 0 && shrink() > 0 && dropLast()) {
      ask(Sizer.Wish.COMFORT);
    }
    if (overflow() > 0) {
      ask(Sizer.Wish.LEAST);
      if (shrink() > 0) {
        cut();
        squeeze();
      }
    }
    grow();
    for (int i = 0; i < px.length; i++) {
      px[i] = gone[i] ? Sizer.GONE : px[i];
    }
    return px;
  }

  /// The common case: one element grows, and what the others leave is enough for it.
  private boolean easy() {
    int growing = -1;
    int rest = available - Math.max(0, px.length - 1) * gap;
    for (int i = 0; i < px.length; i++) {
      if (!grows(i)) {
        px[i] = Math.max(0, demand.of(children.get(i), Sizer.Wish.PREFERRED));
        rest -= px[i];
      } else if (growing >= 0) {
        return false;
      } else {
        growing = i;
      }
    }
    if (growing < 0 || rest <= 0) {
      return false;
    }
    px[growing] = rest;
    return demand.fits(children.get(growing), rest, Sizer.Wish.COMFORT);
  }

  private boolean grows(int i) {
    return children.get(i).style().grow() > 0;
  }

  private void ask(Sizer.Wish wishOfGrowing) {
    for (int i = 0; i < px.length; i++) {
      px[i] =
          gone[i]
              ? 0
              : Math.max(
                  0, demand.of(children.get(i), grows(i) ? wishOfGrowing : Sizer.Wish.PREFERRED));
    }
  }

  private int overflow() {
    int shown = 0;
    for (boolean g : gone) {
      shown += g ? 0 : 1;
    }
    return Arrays.stream(px).sum() + Math.max(0, shown - 1) * gap - available;
  }

  /// Makes all fixed elements modest, together, so that equal ones stay equal; tells how much is
  /// still too much.
  private int shrink() {
    shrink(Sizer.Wish.COMFORT);
    if (overflow() > 0) {
      shrink(Sizer.Wish.LEAST);
    }
    return overflow();
  }

  private void shrink(Sizer.Wish wish) {
    for (int i = 0; i < px.length; i++) {
      if (!gone[i] && !grows(i)) {
        px[i] = Math.min(px[i], demand.of(children.get(i), wish));
      }
    }
  }

  /// Leaves out the last optional element, but one that cannot be shown whole before all others.
  private boolean dropLast() {
    int last = -1;
    for (int i = 0; i < px.length; i++) {
      boolean candidate = !gone[i] && children.get(i).style().optional();
      if (candidate && (last < 0 || px[i] >= Sizer.IMPOSSIBLE || px[last] < Sizer.IMPOSSIBLE)) {
        last = i;
      }
    }
    if (last >= 0) {
      gone[last] = true;
      px[last] = 0;
    }
    return last >= 0;
  }

  /// What cannot be shown whole takes what its beginning needs, so that the rest has its place.
  private void cut() {
    for (int i = 0; i < px.length; i++) {
      if (px[i] >= Sizer.IMPOSSIBLE) {
        px[i] = Math.min(available, demand.of(children.get(i), Sizer.Wish.CUT));
      }
    }
  }

  private void squeeze() {
    for (boolean growing : new boolean[] {false, true}) {
      for (int i = px.length - 1; i >= 0; i--) {
        int over = overflow();
        if (over > 0 && !gone[i] && grows(i) == growing) {
          px[i] = Math.max(0, px[i] - over);
          gone[i] = px[i] == 0;
        }
      }
    }
  }

  private void grow() {
    int rest = -overflow();
    int weights = 0;
    for (int i = 0; i < px.length; i++) {
      weights += gone[i] ? 0 : children.get(i).style().grow();
    }
    for (int i = 0; i < px.length && weights > 0 && rest > 0; i++) {
      int weight = gone[i] ? 0 : children.get(i).style().grow();
      int more = rest * weight / weights;
      px[i] += more;
      rest -= more;
      weights -= weight;
    }
  }
}
