package io.baedge.screen.qr;

import io.baedge.screen.Bitmap;

/// A QR code as modules, without its quiet zone.
///
/// @param modules the dark modules, one bit each
/// @param version 1 to 40
/// @param level error correction: `M` or `L`
public record QrSymbol(Bitmap modules, int version, String level) {
  /// Modules that must stay light on each side (ISO/IEC 18004).
  public static final int QUIET_ZONE = 4;

  /// Fewest pixels per module that a phone reads from these panels.
  public static final int LEAST_MODULE_PX = 2;

  /// Modules per side with the quiet zone.
  public int sideModules() {
    return modules.width() + 2 * QUIET_ZONE;
  }
}
