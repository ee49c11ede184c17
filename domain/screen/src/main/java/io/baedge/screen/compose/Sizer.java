package io.baedge.screen.compose;

import io.baedge.screen.layout.Extent;
import io.baedge.screen.layout.Style;
import io.baedge.screen.layout.TextStyle;
import io.baedge.screen.qr.QrMaker;
import io.baedge.screen.qr.QrSymbol;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

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
    LEAST,
    /// Where even that is too much: with texts cut.
    CUT
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
          case Bound.Image image -> ImageSizes.size(image, inner, innerLimit, wish).height();
          case Bound.Icon icon -> iconSide(icon, inner, innerLimit, wish);
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
              calmestWidth(text, inner, innerHeight);
          case Bound.Text text when wish == Wish.CUT ->
              fitter.smallest(text, 0, IMPOSSIBLE, innerHeight).width();
          case Bound.Text text ->
              narrowest(text, inner, innerHeight, wish) - style.padding().horizontal();
          case Bound.Group group when group.axis() == Bound.Axis.HORIZONTAL ->
              sum(group, child -> width(child, inner, innerHeight, wish), wish);
          case Bound.Group group when wish == Wish.PREFERRED || wish == Wish.CUT ->
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
          case Bound.Image image -> ImageSizes.size(image, inner, innerHeight, wish).width();
          case Bound.Icon icon -> iconSide(icon, inner, innerHeight, wish);
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

  private static boolean modest(Wish wish) {
    return wish == Wish.LEAST || wish == Wish.CUT;
  }

  private interface Measure {
    int of(Bound child);
  }

  private static int sum(Bound.Group group, Measure measure, Wish wish) {
    int total = 0;
    int counted = 0;
    for (Bound child : group.children()) {
      if (!(modest(wish) && child.style().optional())) {
        total = Math.min(IMPOSSIBLE, total + measure.of(child));
        counted++;
      }
    }
    return total + Math.max(0, counted - 1) * group.gap();
  }

  private static int most(List<Bound> children, Measure measure, Wish wish) {
    int most = 0;
    for (Bound child : children) {
      if (!(modest(wish) && child.style().optional())) {
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
    return switch (wish) {
      case PREFERRED -> {
        boolean grows = text.style().grow() > 0;
        yield whole(
            grows ? fitter.largest(text, width, limit) : fitter.calmest(text, width, limit));
      }
      case COMFORT -> whole(fitter.smallestWhole(text, sizes.comfortPx(), width, IMPOSSIBLE));
      case LEAST -> whole(fitter.smallestWhole(text, sizes.minPx(), width, IMPOSSIBLE));
      case CUT -> fitter.smallest(text, sizes.minPx(), width, limit).height();
    };
  }

  private static int whole(@Nullable FittedText fitted) {
    return fitted == null || fitted.cut() ? IMPOSSIBLE : fitted.height();
  }

  private int calmestWidth(Bound.Text text, int width, int height) {
    FittedText fitted = fitter.calmest(text, width, height);
    return fitted.cut() ? IMPOSSIBLE : fitted.width();
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
                    * (modest(wish)
                        ? QrSymbol.LEAST_MODULE_PX
                        : modulePx(qr, symbol, width, height)));
  }

  private static int iconSide(Bound.Icon icon, int width, int height, Wish wish) {
    return modest(wish)
        ? icon.cuts().getFirst().sidePx()
        : icon.fitting(width, height, false).sidePx();
  }

  private int fallbackHeight(Bound.Qr qr, int width, int limit, Wish wish) {
    return qr.fallback().map(text -> textHeight(text, width, limit, wish)).orElse(0);
  }

  private int fallbackWidth(Bound.Qr qr, int limit, int height) {
    return qr.fallback().map(text -> fitter.calmest(text, limit, height).width()).orElse(0);
  }

  /// What each element of a group gets along the group's direction, [#GONE] for those without room.
  /// Optional elements go first, from the end; then what is left is squeezed, what does not grow
  /// before what does.
  int[] shares(Bound.Group group, int width, int height) {
    return group.axis() == Bound.Axis.VERTICAL
        ? new Sharing(group, height, new Heights(width, height)).run()
        : new Sharing(group, width, new Widths(width, height)).run();
  }

  /// What elements of a column ask for.
  private final class Heights implements Sharing.Demand {
    private final int width;
    private final int available;

    Heights(int width, int available) {
      this.width = width;
      this.available = available;
    }

    @Override
    public int of(Bound child, Wish wish) {
      return height(child, width, available, wish);
    }

    @Override
    public boolean fits(Bound child, int px, Wish wish) {
      return height(child, width, available, wish) <= px;
    }
  }

  /// What elements of a row ask for.
  private final class Widths implements Sharing.Demand {
    private final int available;
    private final int height;

    Widths(int available, int height) {
      this.available = available;
      this.height = height;
    }

    @Override
    public int of(Bound child, Wish wish) {
      return width(child, available, height, wish);
    }

    @Override
    public boolean fits(Bound child, int px, Wish wish) {
      return fixed(child, child.style().size().width())
          ? width(child, available, height, wish) <= px
          : height(child, px, IMPOSSIBLE, wish) <= height;
    }
  }
}
