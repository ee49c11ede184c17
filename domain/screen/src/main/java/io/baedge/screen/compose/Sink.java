package io.baedge.screen.compose;

import io.baedge.screen.Area;
import io.baedge.screen.Bitmap;
import io.baedge.screen.Raster;
import io.baedge.screen.layout.Node;
import io.baedge.screen.qr.QrSymbol;
import java.util.ArrayList;
import java.util.List;

/// What has been placed so far, in the order of painting, and the notes about it.
final class Sink {
  final List<Fill> fills = new ArrayList<>();
  final List<Stamp> stamps = new ArrayList<>();
  final List<Toned> tones = new ArrayList<>();
  final List<Letters> letters = new ArrayList<>();
  final List<Code> codes = new ArrayList<>();
  final List<FrameReport.TextNote> texts = new ArrayList<>();
  final List<FrameReport.QrNote> qrNotes = new ArrayList<>();
  final List<String> dropped = new ArrayList<>();
  int requiredDropped;
  int heroPx;

  /// An area in one ink.
  record Fill(Area area, int ink) {}

  /// A mark.
  record Stamp(Bitmap bitmap, int x, int y, int scale, int ink) {}

  /// A picture of many tones on a ground.
  record Toned(Raster picture, Node.Image wish, Area area, int ground) {}

  /// A text whose first line begins at this corner of its space.
  ///
  /// @param mirrored whether the elements around it are read from the right
  record Letters(
      Bound.Text text, FittedText fitted, Area space, int top, int ink, boolean mirrored) {}

  /// A code with its quiet zone.
  record Code(QrSymbol symbol, int x, int y, int modulePx) {}

  void addAll(Sink other) {
    fills.addAll(other.fills);
    stamps.addAll(other.stamps);
    tones.addAll(other.tones);
    letters.addAll(other.letters);
    codes.addAll(other.codes);
    texts.addAll(other.texts);
    qrNotes.addAll(other.qrNotes);
    dropped.addAll(other.dropped);
    requiredDropped += other.requiredDropped;
    heroPx = Math.max(heroPx, other.heroPx);
  }

  /// How much is lost: texts cut, codes not drawn, required elements left out.
  int losses() {
    int cut = (int) texts.stream().filter(FrameReport.TextNote::cut).count();
    int undrawn = (int) qrNotes.stream().filter(note -> !note.drawn()).count();
    return cut + undrawn + requiredDropped;
  }

  /// How well everything shows, for sinks without losses: the hero's size, less something for what
  /// was left out.
  int merit() {
    return heroPx * 10 - dropped.size() * 35;
  }
}
