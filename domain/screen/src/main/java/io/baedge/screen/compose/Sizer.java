package io.baedge.screen.compose;

import io.baedge.screen.layout.Extent;
import io.baedge.screen.layout.Style;
import io.baedge.screen.layout.TextStyle;
import io.baedge.screen.qr.QrMaker;
import io.baedge.screen.qr.QrSymbol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// How much space elements want, and how a group shares out what it has. All sizes include the
/// padding.
final class Sizer {
  /// How modest an element is when it is asked.
  enum Wish {
    /// As it looks best.
    PREFERRED,
    /// Text no smaller than is comfortable.
    COMFORT,
    /// The least that shows everything but what is optional.
    LEAST
  }

  /// More than any canvas has: the answer of an element that cannot be shown whole in so little
  /// space.
  static final int IMPOSSIBLE = 1 << 20;

  /// The share of an element that has no room.
  static final int GONE = -1;

  private final TextFitter fitter;
  private final QrMaker qrMaker;

  Sizer(TextFitter fitter, QrMaker qrMaker) {
    this.fitter = fitter;
    this.qrMaker = qrMaker;
  }

  /// The height an element wants at a width; `limit` is what there is at most.
  int height(Bound element, int width, int limit, Wish wish) {
    Style style = element.style();
    if (fixed(element, style.size().height())) {
      return Math.min(limit, style.size().height().pixels(limit, 0));
    }
    int inner = width - style.padding().horizontal();
    int innerLimit = limit - style.padding().vertical();
    if (inner <= 0 || innerLimit <= 0) {
      return IMPOSSIBLE;
    }
    int content =
        switch (element) {
          case Bound.Text text -> textHeight(text, inner, innerLimit, wish);
          case Bound.Group group when group.axis() == Bound.Axis.VERTICAL ->
              sum(group, child -> height(child, inner, innerLimit, wish), wish);
          case Bound.Group group -> rowHeight(group, inner, innerLimit, wish);
          case Bound.Stack stack ->
              most(stack.children(), child -> height(child, inner, innerLimit, wish), wish);
          case Bound.Choice choice ->
              height(choice.alternatives().getFirst(), inner, innerLimit, wish);
          case Bound.Qr qr ->
              qrSide(qr, inner, innerLimit, wish)
                  .orElseGet(() -> fallbackHeight(qr, inner, innerLimit, wish));
          case Bound.Image image ->
              image.bitmap().height() * imageScale(image, inner, innerLimit, wish);
          case Bound.Rule rule -> rule.thickness();
          case Bound.Spacer spacer -> spacer.size();
        };
    return Math.min(IMPOSSIBLE, content + style.padding().vertical());
  }

  /// The width an element wants at a height; `limit` is what there is at most.
  int width(Bound element, int limit, int height, Wish wish) {
    Style style = element.style();
    if (fixed(element, style.size().width())) {
      return Math.min(limit, style.size().width().pixels(limit, 0));
    }
    int inner = limit - style.padding().horizontal();
    int innerHeight = height - style.padding().vertical();
    if (inner <= 0 || innerHeight <= 0) {
      return IMPOSSIBLE;
    }
    int content =
        switch (element) {
          case Bound.Text text when wish == Wish.PREFERRED ->
              fitter.calmest(text, inner, innerHeight).width();
          case Bound.Text text ->
              narrowest(text, inner, innerHeight, wish) - style.padding().horizontal();
          case Bound.Group group when group.axis() == Bound.Axis.HORIZONTAL ->
              sum(group, child -> width(child, inner, innerHeight, wish), wish);
          case Bound.Group group when wish == Wish.PREFERRED ->
              most(group.children(), child -> width(child, inner, innerHeight, wish), wish);
          case Bound.Group group ->
              narrowest(group, inner, innerHeight, wish) - style.padding().horizontal();
          case Bound.Stack stack ->
              most(stack.children(), child -> width(child, inner, innerHeight, wish), wish);
          case Bound.Choice choice ->
              width(choice.alternatives().getFirst(), inner, innerHeight, wish);
          case Bound.Qr qr ->
              qrSide(
                      qr,
                      cap(inner, style.size().width()),
                      cap(innerHeight, style.size().height()),
                      wish)
                  .orElseGet(
                      () -> fallbackWidth(qr, cap(inner, style.size().width()), innerHeight));
          case Bound.Image image ->
              image.bitmap().width() * imageScale(image, inner, innerHeight, wish);
          case Bound.Rule rule -> rule.thickness();
          case Bound.Spacer spacer -> spacer.size();
        };
    return Math.min(IMPOSSIBLE, content + style.padding().horizontal());
  }

  /// For codes a wanted size is a bound, because they grow by whole modules.
  private static boolean fixed(Bound element, Extent extent) {
    return extent.unit() != Extent.Unit.NONE && !(element instanceof Bound.Qr);
  }

  private static int cap(int available, Extent extent) {
    return Math.min(available, extent.pixels(available, available));
  }

  private interface Measure {
    int of(Bound child);
  }

  private static int sum(Bound.Group group, Measure measure, Wish wish) {
    int total = 0;
    int counted = 0;
    for (Bound child : group.children()) {
      if (wish != Wish.LEAST || !child.style().optional()) {
        total = Math.min(IMPOSSIBLE, total + measure.of(child));
        counted++;
      }
    }
    return total + Math.max(0, counted - 1) * group.gap();
  }

  private static int most(List<Bound> children, Measure measure, Wish wish) {
    int most = 0;
    for (Bound child : children) {
      if (wish != Wish.LEAST || !child.style().optional()) {
        most = Math.max(most, measure.of(child));
      }
    }
    return most;
  }

  private int rowHeight(Bound.Group row, int width, int limit, Wish wish) {
    int[] shares = shares(row, width, limit);
    int most = 0;
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] != GONE) {
        most = Math.max(most, height(row.children().get(i), shares[i], limit, wish));
      }
    }
    return most;
  }

  private int textHeight(Bound.Text text, int width, int limit, Wish wish) {
    TextStyle.Sizes sizes = text.text().sizes();
    FittedText fitted =
        switch (wish) {
          case PREFERRED ->
              text.style().grow() > 0
                  ? fitter.largest(text, width, limit)
                  : fitter.calmest(text, width, limit);
          case COMFORT -> fitter.smallest(text, sizes.comfortPx(), width, IMPOSSIBLE);
          case LEAST -> fitter.smallest(text, sizes.minPx(), width, IMPOSSIBLE);
        };
    return fitted.cut() ? IMPOSSIBLE : fitted.height();
  }

  /// The smallest width at which an element still fits the height; more than the limit if there is
  /// none.
  private int narrowest(Bound element, int limit, int height, Wish wish) {
    int padding = element.style().padding().vertical();
    IntPredicate fits = w -> height(element, w, IMPOSSIBLE, wish) <= height + padding;
    if (!fits.test(limit + element.style().padding().horizontal())) {
      return IMPOSSIBLE;
    }
    int low = 0;
    int high = limit + element.style().padding().horizontal();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (fits.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /// The code for this space, if there is one that scans.
  Optional<QrSymbol> symbol(Bound.Qr qr, int width, int height) {
    return qrMaker.symbol(qr.content(), Math.min(width, height) / QrSymbol.LEAST_MODULE_PX);
  }

  /// Pixels per module of a code in this space.
  static int modulePx(Bound.Qr qr, QrSymbol symbol, int width, int height) {
    return Math.min(qr.maxModulePx(), Math.min(width, height) / symbol.sideModules());
  }

  private Optional<Integer> qrSide(Bound.Qr qr, int width, int height, Wish wish) {
    return symbol(qr, width, height)
        .map(
            symbol ->
                symbol.sideModules()
                    * (wish == Wish.LEAST
                        ? QrSymbol.LEAST_MODULE_PX
                        : modulePx(qr, symbol, width, height)));
  }

  private int fallbackHeight(Bound.Qr qr, int width, int limit, Wish wish) {
    return qr.fallback().map(text -> textHeight(text, width, limit, wish)).orElse(0);
  }

  private int fallbackWidth(Bound.Qr qr, int limit, int height) {
    return qr.fallback().map(text -> fitter.calmest(text, limit, height).width()).orElse(0);
  }

  static int imageScale(Bound.Image image, int width, int height, Wish wish) {
    int fits = Math.min(width / image.bitmap().width(), height / image.bitmap().height());
    return wish == Wish.LEAST ? 1 : Math.max(1, Math.min(image.maxScale(), fits));
  }

  /// What each element of a group gets along the group's direction, [#GONE] for those without room.
  /// Optional elements go first, from the end; then what is left is squeezed, what does not grow
  /// before what does.
  int[] shares(Bound.Group group, int width, int height) {
    boolean vertical = group.axis() == Bound.Axis.VERTICAL;
    int available = vertical ? height : width;
    Sharing sharing =
        new Sharing(
            group,
            available,
            (child, wish) ->
                vertical
                    ? height(child, width, available, wish)
                    : width(child, available, height, wish));
    return sharing.run();
  }

  private interface Demand {
    int of(Bound child, Wish wish);
  }

  private static final class Sharing {
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
      ask(Wish.COMFORT);
      while (overflow() > 0 && shrink() > 0 && dropLast()) {
        ask(Wish.COMFORT);
      }
      if (overflow() > 0) {
        ask(Wish.LEAST);
        if (shrink() > 0) {
          squeeze();
        }
      }
      grow();
      for (int i = 0; i < px.length; i++) {
        px[i] = gone[i] ? GONE : px[i];
      }
      return px;
    }

    private boolean grows(int i) {
      return children.get(i).style().grow() > 0;
    }

    private void ask(Wish wishOfGrowing) {
      for (int i = 0; i < px.length; i++) {
        px[i] =
            gone[i]
                ? 0
                : Math.max(
                    0, demand.of(children.get(i), grows(i) ? wishOfGrowing : Wish.PREFERRED));
      }
    }

    private int overflow() {
      int shown = 0;
      for (boolean g : gone) {
        shown += g ? 0 : 1;
      }
      return Arrays.stream(px).sum() + Math.max(0, shown - 1) * gap - available;
    }

    /// Makes fixed elements modest, from the end, until all fits; tells how much is still too much.
    private int shrink() {
      for (int i = px.length - 1; i >= 0 && overflow() > 0; i--) {
        if (!gone[i] && !grows(i)) {
          px[i] = Math.min(px[i], demand.of(children.get(i), Wish.LEAST));
        }
      }
      return overflow();
    }

    private boolean dropLast() {
      for (int i = px.length - 1; i >= 0; i--) {
        if (!gone[i] && children.get(i).style().optional()) {
          gone[i] = true;
          px[i] = 0;
          return true;
        }
      }
      return false;
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
}
