package io.baedge.screen.compose;

import io.baedge.screen.Area;
import java.util.List;

/// What happened while a picture was made: sizes that were chosen, characters that had to be
/// replaced, and everything that did not fit. Nothing is left out or cut without a word here.
///
/// @param texts every text on the picture
/// @param qrCodes every QR code asked for, drawn or not
/// @param fallbacks characters the fonts lack, each with what stands in for it
/// @param dropped optional elements for which there was no room
/// @param missing keys that the layout uses without a fall-back and the values do not have
public record FrameReport(
    List<TextNote> texts,
    List<QrNote> qrCodes,
    List<String> fallbacks,
    List<String> dropped,
    List<String> missing) {
  /// Copies the lists.
  public FrameReport {
    texts = List.copyOf(texts);
    qrCodes = List.copyOf(qrCodes);
    fallbacks = List.copyOf(fallbacks);
    dropped = List.copyOf(dropped);
    missing = List.copyOf(missing);
  }

  /// Whether every text that is on the picture is there to its last character.
  public boolean nothingCut() {
    return texts.stream().noneMatch(TextNote::cut);
  }

  /// Whether every QR code asked for can be scanned.
  public boolean everyQrDrawn() {
    return qrCodes.stream().allMatch(QrNote::drawn);
  }

  /// Whether nothing was replaced, cut, left out or missing.
  public boolean clean() {
    return nothingCut()
        && everyQrDrawn()
        && fallbacks.isEmpty()
        && dropped.isEmpty()
        && missing.isEmpty();
  }

  /// One text: what was asked for, the size in pixels, the number of lines, whether a smaller size
  /// than the largest allowed one was needed, whether its end was cut, and where its ink may lie.
  public record TextNote(
      String text, int sizePx, int lines, boolean shrunk, boolean cut, Area area) {}

  /// One QR code: its text, whether it was drawn, version, error correction level (`M` or `L`),
  /// pixels per module, and where it lies with its quiet zone. Not drawn: version 0, no level, an
  /// empty area.
  public record QrNote(
      String text, boolean drawn, int version, String level, int modulePx, Area area) {}
}
