package io.baedge.screen.compose;

import io.baedge.screen.Area;
import io.baedge.screen.Bitmap;
import io.baedge.screen.Raster;
import io.baedge.screen.layout.Align;
import io.baedge.screen.layout.Ground;
import io.baedge.screen.layout.Style;
import io.baedge.screen.mark.Icons;
import io.baedge.screen.qr.QrSymbol;
import java.util.List;
import java.util.Optional;

/// Gives every element its place.
final class Arranger {
  /// An alternative must be better by this much to be preferred to an earlier one.
  private static final int CLEARLY_BETTER = 60;

  private final Sizer sizer;
  private final TextFitter fitter;
  private final Paints paints;

  Arranger(Sizer sizer, TextFitter fitter, Paints paints) {
    this.sizer = sizer;
    this.fitter = fitter;
    this.paints = paints;
  }

  /// Places everything on a white canvas.
  Sink arrange(Bound root, Area canvas) {
    Sink sink = new Sink();
    place(root, canvas, Paints.Tone.PAPER.read(Reading.ofHero(root)), sink);
    return sink;
  }

  private void place(Bound element, Area area, Paints.Tone above, Sink sink) {
    if (area.isEmpty()) {
      return;
    }
    Style style = element.style();
    Paints.Tone plain = paints.tone(style.paint(), above);
    Paints.Tone tone =
        element instanceof Bound.Group group
            ? plain.read(Reading.of(group, above.direction()))
            : plain;
    if (style.paint().ground() != Ground.NONE) {
      sink.fills.add(new Sink.Fill(area, tone.ground()));
    }
    var padding = style.padding();
    Area inner =
        tone.mirrored()
            ? area.inset(padding.right(), padding.top(), padding.left(), padding.bottom())
            : area.inset(padding.left(), padding.top(), padding.right(), padding.bottom());
    switch (element) {
      case Bound.Group group -> group(group, inner, tone, sink);
      case Bound.Stack stack -> stack.children().forEach(child -> place(child, inner, tone, sink));
      case Bound.Choice choice -> choice(choice.alternatives(), inner, tone, sink);
      case Bound.Text text -> text(text, inner, tone, sink);
      case Bound.Qr qr -> qr(qr, inner, tone, sink);
      case Bound.Image image -> image(image, inner, tone, sink);
      case Bound.Icon icon -> icon(icon, inner, tone, sink);
      case Bound.Rule _ -> sink.fills.add(new Sink.Fill(inner, paints.inkOn(tone)));
      case Bound.Spacer _ -> {}
    }
  }

  private void group(Bound.Group group, Area area, Paints.Tone tone, Sink sink) {
    boolean vertical = group.axis() == Bound.Axis.VERTICAL;
    int[] shares = sizer.shares(group, area.width(), area.height());
    int used = -group.gap();
    for (int share : shares) {
      used += share == Sizer.GONE ? 0 : share + group.gap();
    }
    int along = shift(group.spread(), (vertical ? area.height() : area.width()) - used);
    for (int i = 0; i < shares.length; i++) {
      Bound child = group.children().get(i);
      if (shares[i] == Sizer.GONE || (shares[i] == 0 && !(child instanceof Bound.Spacer))) {
        drop(child, sink);
      } else {
        Area place =
            vertical
                ? new Area(area.x(), area.y() + along, area.width(), shares[i])
                : new Area(
                    beside(area, along, shares[i], tone), area.y(), shares[i], area.height());
        place(child, place, tone, sink);
        along += shares[i] + group.gap();
      }
    }
  }

  private static int beside(Area area, int along, int width, Paints.Tone tone) {
    return tone.mirrored() ? area.right() - along - width : area.x() + along;
  }

  private static void drop(Bound child, Sink sink) {
    String label = child.label();
    if (!label.isEmpty()) {
      sink.dropped.add(label);
      sink.requiredDropped += child.style().optional() ? 0 : 1;
    }
  }

  static int shift(Align align, int free) {
    return switch (align) {
      case START -> 0;
      case CENTER -> Math.max(0, free / 2);
      case END -> Math.max(0, free);
    };
  }

  private void choice(List<Bound> alternatives, Area area, Paints.Tone tone, Sink sink) {
    Optional<Sink> best = Optional.empty();
    for (Bound alternative : alternatives) {
      Sink attempt = new Sink();
      place(alternative, area, tone, attempt);
      if (best.isEmpty() || better(attempt, best.get())) {
        best = Optional.of(attempt);
      }
    }
    best.ifPresent(sink::addAll);
  }

  private static boolean better(Sink attempt, Sink best) {
    if (attempt.losses() != best.losses()) {
      return attempt.losses() < best.losses();
    }
    return attempt.merit() >= best.merit() + CLEARLY_BETTER;
  }

  private void text(Bound.Text text, Area area, Paints.Tone tone, Sink sink) {
    FittedText fitted =
        text.style().grow() > 0
            ? fitter.largest(text, area.width(), area.height())
            : fitter.calmest(text, area.width(), area.height());
    int top = area.y() + textTop(text.text().placement().valign(), fitted, area.height());
    var letters = new Sink.Letters(text, fitted, area, top, paints.inkOn(tone), tone.mirrored());
    sink.letters.add(letters);
    if (text.text().hero()) {
      sink.heroPx = Math.max(sink.heroPx, fitted.font().sizePx());
    }
    Area shown = shown(letters);
    sink.texts.add(
        new FrameReport.TextNote(
            text.shaped().text(),
            fitted.font().sizePx(),
            fitted.lines().size(),
            fitted.shrunk(),
            fitted.cut(),
            shown));
  }

  /// The area in which all lines are.
  private static Area shown(Sink.Letters letters) {
    Area area = letters.space();
    FittedText fitted = letters.fitted();
    int left = area.right();
    int right = area.x();
    for (FittedText.Line line : fitted.lines()) {
      int x = lineX(letters, line);
      left = Math.min(left, x);
      right = Math.max(right, x + line.width());
    }
    return right <= left
        ? new Area(
            area.x() + shift(letters.text().text().placement().align(), area.width()),
            letters.top(),
            0,
            fitted.height())
        : new Area(left, letters.top(), Math.min(area.width(), right - left), fitted.height());
  }

  /// Where a line begins at the left. What begins at the right is aligned there.
  static int lineX(Sink.Letters letters, FittedText.Line line) {
    Align align = letters.text().text().placement().align();
    boolean turned = align == Align.START && letters.fitted().atoms().beginsRight(line.start());
    Align placed = letters.mirrored() || turned ? Reading.mirrored(align) : align;
    return letters.space().x() + shift(placed, letters.space().width() - line.width());
  }

  /// In the middle, capitals are centred rather than the whole block, because descenders are light.
  private static int textTop(Align valign, FittedText fitted, int height) {
    int free = height - fitted.height();
    if (valign != Align.CENTER) {
      return shift(valign, free);
    }
    int optical =
        (height - (fitted.height() - fitted.tail() - fitted.capTop())) / 2 - fitted.capTop();
    return Math.clamp(optical, 0, Math.max(0, free));
  }

  private void qr(Bound.Qr qr, Area area, Paints.Tone tone, Sink sink) {
    Optional<QrSymbol> symbol = sizer.symbol(qr, area.width(), area.height());
    if (symbol.isEmpty()) {
      sink.qrNotes.add(
          new FrameReport.QrNote(
              qr.content(), false, 0, "", 0, new Area(area.x(), area.y(), 0, 0)));
      qr.fallback().ifPresent(text -> text(text, area, tone, sink));
      return;
    }
    int module = Sizer.modulePx(qr, symbol.get(), area.width(), area.height());
    int side = module * symbol.get().sideModules();
    int x = area.x() + shift(tone.placed(qr.align()), area.width() - side);
    int y = area.y() + shift(qr.valign(), area.height() - side);
    sink.codes.add(new Sink.Code(symbol.get(), x, y, module));
    sink.qrNotes.add(
        new FrameReport.QrNote(
            qr.content(),
            true,
            symbol.get().version(),
            symbol.get().level(),
            module,
            new Area(x, y, side, side)));
  }

  private void image(Bound.Image image, Area area, Paints.Tone tone, Sink sink) {
    Area size = ImageSizes.size(image, area.width(), area.height(), Sizer.Wish.PREFERRED);
    int width = size.width();
    int height = size.height();
    if (width > area.width() || height > area.height()) {
      sink.dropped.add("an image of " + width + "x" + height + " pixels");
      return;
    }
    int x = area.x() + shift(tone.placed(image.wish().align()), area.width() - width);
    int y = area.y() + shift(image.wish().valign(), area.height() - height);
    switch (image.picture()) {
      case Bitmap mark ->
          sink.stamps.add(new Sink.Stamp(mark, x, y, width / mark.width(), paints.inkOn(tone)));
      case Raster raster ->
          sink.tones.add(
              new Sink.Toned(raster, image.wish(), new Area(x, y, width, height), tone.ground()));
    }
  }

  private void icon(Bound.Icon icon, Area area, Paints.Tone tone, Sink sink) {
    Icons.Cut cut = icon.fitting(area.width(), area.height(), tone.mirrored());
    int side = cut.sidePx();
    if (side > area.width() || side > area.height()) {
      sink.dropped.add("an icon of " + side + "x" + side + " pixels");
      return;
    }
    var placement = icon.wish().placement();
    int x = area.x() + shift(tone.placed(placement.align()), area.width() - side);
    int y = area.y() + shift(placement.valign(), area.height() - side);
    sink.stamps.add(new Sink.Stamp(cut.drawing(), x, y, cut.scale(), paints.inkOn(tone)));
  }
}
