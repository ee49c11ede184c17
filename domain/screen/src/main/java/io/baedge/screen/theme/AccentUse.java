package io.baedge.screen.theme;

/// Where the accent colour of a panel is used.
public enum AccentUse {
  /// Wherever a screen asks for it.
  ALL,
  /// Only for the bands of roles; black elsewhere.
  BANDS,
  /// Nowhere; black instead.
  NONE
}
