package io.baedge.screen.compose;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.Area;
import io.baedge.screen.Canvas;
import io.baedge.screen.Palette;
import io.baedge.screen.glyph.BakedFonts;
import io.baedge.screen.glyph.Glyph;
import io.baedge.screen.glyph.Shaped;
import io.baedge.screen.glyph.Shaper;
import io.baedge.screen.image.Dither;
import io.baedge.screen.image.Ditherer;
import io.baedge.screen.image.Fit;
import io.baedge.screen.layout.Layout;
import io.baedge.screen.layout.Node;
import io.baedge.screen.layout.Orientation;
import io.baedge.screen.qr.QrMaker;
import io.baedge.screen.qr.QrSymbol;
import io.baedge.screen.theme.Theme;
import java.util.List;
import java.util.Optional;

/// Makes pictures: layout + values + panel = frame and report. The same input always gives the same
/// pixels. Keeps the latest QR codes; safe for many threads.
public final class Composer {
  private final BakedFonts fonts = BakedFonts.shared();
  private final QrMaker qrMaker = new QrMaker();

  /// Makes a picture for a panel worn horizontally, with what comes with Baedge.
  public Composition compose(Layout layout, Values values, PanelModel panel) {
    return compose(layout, values, panel, ComposeOptions.DEFAULT);
  }

  /// Makes a picture.
  public Composition compose(
      Layout layout, Values values, PanelModel panel, ComposeOptions options) {
    boolean landscape = options.orientation() == Orientation.LANDSCAPE;
    int width = landscape ? panel.heightPx() : panel.widthPx();
    int height = landscape ? panel.widthPx() : panel.heightPx();
    Palette palette = Palette.of(panel);
    Shaper shaper = new Shaper(fonts.charset(), options.glyphs());
    Binder binder = new Binder(shaper, options.images());
    Node root = layout.rootFor(width, height, options.tier(), panel.name());
    Theme theme = options.theme();
    Scope scope = Scope.of(values, theme, options.images());
    Optional<Bound> bound = binder.bind(root, scope);
    TextFitter fitter = new TextFitter(fonts, options.glyphs());
    Arranger arranger =
        new Arranger(
            new Sizer(fitter, qrMaker),
            fitter,
            new Paints(palette, theme.accent(), theme.bandOf(scope::get)));
    Canvas canvas = new Canvas(width, height, palette);
    Sink sink = bound.map(b -> arranger.arrange(b, canvas.area())).orElseGet(Sink::new);
    paint(sink, fitter, canvas);
    FrameReport report =
        new FrameReport(
            texts(sink), sink.qrNotes, binder.fallbacks(), sink.dropped, binder.missing());
    return new Composition(canvas.toFrame(), report);
  }

  /// Codes are painted last, with their quiet zone: whatever lies there, they can be scanned.
  private void paint(Sink sink, TextFitter fitter, Canvas canvas) {
    sink.fills.forEach(fill -> canvas.fill(fill.area(), fill.ink()));
    sink.tones.forEach(toned -> paint(toned, canvas));
    sink.stamps.forEach(s -> canvas.stamp(s.bitmap(), s.x(), s.y(), s.scale(), s.ink()));
    sink.letters.forEach(letters -> paint(letters, fitter, canvas));
    for (Sink.Code code : sink.codes) {
      int quiet = QrSymbol.QUIET_ZONE * code.modulePx();
      int side = code.symbol().sideModules() * code.modulePx();
      canvas.fill(new Area(code.x(), code.y(), side, side), Palette.WHITE);
      canvas.stamp(
          code.symbol().modules(),
          code.x() + quiet,
          code.y() + quiet,
          code.modulePx(),
          Palette.BLACK);
    }
  }

  /// What stands out of a covered space is cut where the layout aligns the picture.
  private static void paint(Sink.Toned toned, Canvas canvas) {
    Area area = toned.area();
    Area whole =
        toned.wish().fit() == Fit.COVER
            ? ImageSizes.covering(toned.picture(), area.width(), area.height())
            : area;
    Area cut =
        new Area(
            Arranger.shift(toned.wish().align(), whole.width() - area.width()),
            Arranger.shift(toned.wish().valign(), whole.height() - area.height()),
            area.width(),
            area.height());
    Dither suits = toned.picture().isDrawing() ? Dither.NONE : Dither.FLOYD_STEINBERG;
    byte[] inks =
        new Ditherer(canvas.palette())
            .inks(
                toned.picture(),
                whole.width(),
                whole.height(),
                cut,
                toned.ground(),
                toned.wish().dither().orElse(suits));
    canvas.tile(area, inks);
  }

  private void paint(Sink.Letters letters, TextFitter fitter, Canvas canvas) {
    FittedText fitted = letters.fitted();
    Shaped atoms = fitted.atoms();
    AtomMeasures measures = fitter.measures(letters.text(), atoms, fitted.font());
    Glyph dots = fitted.font().glyph(fonts.charset().indexOf('…'));
    for (FittedText.Line line : fitted.lines()) {
      boolean beginsRight = atoms.beginsRight(line.start());
      Pen pen =
          new Pen(
              canvas,
              Arranger.lineX(letters, line) - line.inkLeft(),
              letters.top() + line.baseline(),
              letters.ink());
      // Three dots stand where the line ends, which may be at the left.
      if (line.dots() && beginsRight) {
        pen.stamp(dots);
      }
      for (int at : atoms.visual(line.start(), line.end())) {
        if (atoms.atom(at) != Shaped.NEW_LINE) {
          pen.stamp(measures.glyph(at));
        }
      }
      if (line.dots() && !beginsRight) {
        pen.stamp(dots);
      }
    }
  }

  /// Where the next glyph goes.
  private static final class Pen {
    private final Canvas canvas;
    private final int baseline;
    private final int ink;
    private int x;

    Pen(Canvas canvas, int x, int baseline, int ink) {
      this.canvas = canvas;
      this.x = x;
      this.baseline = baseline;
      this.ink = ink;
    }

    void stamp(Glyph glyph) {
      canvas.stamp(glyph.bitmap(), x + glyph.left(), baseline - glyph.top(), 1, ink);
      x += glyph.advance();
    }
  }

  /// A text that a code covers is as good as cut.
  private static List<FrameReport.TextNote> texts(Sink sink) {
    return sink.texts.stream()
        .map(
            note ->
                sink.qrNotes.stream().anyMatch(qr -> qr.area().overlaps(note.area()))
                    ? new FrameReport.TextNote(
                        note.text(), note.sizePx(), note.lines(), note.shrunk(), true, note.area())
                    : note)
        .toList();
  }
}
