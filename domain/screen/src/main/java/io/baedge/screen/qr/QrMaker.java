package io.baedge.screen.qr;

import io.baedge.screen.Bitmap;
import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Makes QR codes: error correction level M, or L where only that fits. A badge shows the same few
/// links over and over, so the latest codes are kept. Safe for many threads.
public final class QrMaker {
  private static final int KEPT = 64;
  private static final int MAX_CHARS = 512;

  private final LinkedHashMap<String, Optional<QrSymbol>> made =
      new LinkedHashMap<>(16, 0.75f, true);

  /// The code of a text that needs at most so many modules per side, quiet zone included; empty if
  /// none does.
  public Optional<QrSymbol> symbol(String text, int maxSideModules) {
    return make(text, QrCode.Ecc.MEDIUM, "M")
        .filter(symbol -> symbol.sideModules() <= maxSideModules)
        .or(
            () ->
                make(text, QrCode.Ecc.LOW, "L")
                    .filter(symbol -> symbol.sideModules() <= maxSideModules));
  }

  private synchronized Optional<QrSymbol> make(String text, QrCode.Ecc level, String levelName) {
    String key = levelName + text;
    Optional<QrSymbol> known = made.get(key);
    if (known == null) {
      known = encode(text, level, levelName);
      made.put(key, known);
      if (made.size() > KEPT) {
        made.remove(made.firstEntry().getKey());
      }
    }
    return known;
  }

  private static Optional<QrSymbol> encode(String text, QrCode.Ecc level, String levelName) {
    if (text.length() > MAX_CHARS) {
      return Optional.empty();
    }
    try {
      QrCode code = QrCode.encodeText(text, level);
      // The encoder raises the level where that costs no modules; the report names what was asked
      // for at least.
      return Optional.of(new QrSymbol(modules(code), code.version, levelName));
    } catch (DataTooLongException e) {
      return Optional.empty();
    }
  }

  private static Bitmap modules(QrCode code) {
    int stride = (code.size + 7) / 8;
    byte[] bits = new byte[stride * code.size];
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          bits[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return new Bitmap(code.size, code.size, bits);
  }
}
