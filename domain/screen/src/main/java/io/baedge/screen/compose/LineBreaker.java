package io.baedge.screen.compose;

import io.baedge.screen.glyph.Charset;
import io.baedge.screen.glyph.Shaped;
import java.util.ArrayList;
import java.util.List;

/// Breaks texts into lines, as many atoms a line as fit: at spaces, after hyphens and slashes,
/// where a cluster allows it; inside words only where that is wanted.
final class LineBreaker {
  private final int space;
  private final boolean[] breaksAfter;

  LineBreaker(Charset charset) {
    this.space = charset.indexOf(' ');
    this.breaksAfter = new boolean[charset.size()];
    "-/‐–—".codePoints().forEach(c -> breaksAfter[charset.indexOf(c)] = true);
  }

  /// Lines without their height.
  record Span(int start, int end, int inkLeft, int width) {}

  /// The lines of a text and whether all of it is in them.
  record Broken(List<Span> spans, boolean complete) {}

  /// Breaks from the beginning into at most so many lines of at most so many pixels.
  Broken lines(AtomMeasures measures, int maxWidth, int maxLines, boolean insideWords) {
    Shaped text = measures.shaped();
    List<Span> spans = new ArrayList<>();
    int at = skipSpaces(text, 0);
    while (at < text.length() && spans.size() < maxLines) {
      Scan scan = new Scan(measures, maxWidth, insideWords, at);
      if (!scan.run()) {
        return new Broken(spans, false);
      }
      spans.add(scan.span());
      at = skipSpaces(text, scan.next);
    }
    return new Broken(spans, at >= text.length());
  }

  private int skipSpaces(Shaped text, int from) {
    int at = from;
    while (at < text.length() && text.atom(at) == space) {
      at++;
    }
    return at;
  }

  private boolean breaksAfter(Shaped text, int atom) {
    return Shaped.isCluster(atom) ? text.lineMayEndAfter(atom) : breaksAfter[atom];
  }

  /// One line.
  private final class Scan {
    private final Shaped text;
    private final AtomMeasures measures;
    private final int maxWidth;
    private final boolean insideWords;
    private final int start;
    private final int inkLeft;
    private int end;
    private int right;
    private int next;

    Scan(AtomMeasures measures, int maxWidth, boolean insideWords, int start) {
      this.text = measures.shaped();
      this.measures = measures;
      this.maxWidth = maxWidth;
      this.insideWords = insideWords;
      this.start = start;
      this.inkLeft = text.atom(start) == Shaped.NEW_LINE ? 0 : measures.inkLeft(start);
      this.next = -1;
    }

    Span span() {
      return new Span(start, end, inkLeft, right - inkLeft);
    }

    /// Finds the end of the line; false if not even one piece fits.
    boolean run() {
      int pen = 0;
      int inkEnd = inkLeft;
      for (int at = start; at < text.length(); at++) {
        int atom = text.atom(at);
        if (atom == Shaped.NEW_LINE) {
          mark(at, inkEnd, at + 1);
          return true;
        }
        if (atom == space) {
          if (at == start || text.atom(at - 1) != space) {
            mark(at, inkEnd, at + 1);
          }
        } else {
          int reach = Math.max(inkEnd, pen + measures.inkRight(at));
          if (reach - inkLeft > maxWidth) {
            return breakBefore(at, inkEnd);
          }
          inkEnd = reach;
          if (breaksAfter(text, atom)) {
            mark(at + 1, inkEnd, at + 1);
          }
        }
        pen += measures.advance(at);
      }
      mark(text.length(), inkEnd, text.length());
      return true;
    }

    private boolean breakBefore(int at, int inkEnd) {
      if (next < 0 && insideWords && at > start) {
        mark(at, inkEnd, at);
      }
      return next >= 0;
    }

    private void mark(int lineEnd, int inkEnd, int nextStart) {
      end = lineEnd;
      right = inkEnd;
      next = nextStart;
    }
  }
}
