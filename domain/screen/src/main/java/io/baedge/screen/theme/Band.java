package io.baedge.screen.theme;

import io.baedge.screen.layout.Ground;
import io.baedge.screen.layout.Ink;
import java.util.Optional;

/// How a role is marked: what a layout's `ground: role` and `{theme.role}` stand for.
///
/// @param ground never [Ground#ROLE]
/// @param label what stands there instead of the role; an empty one leaves the role out
public record Band(Ground ground, Ink ink, Optional<String> label) {
  /// The role as it is called, on the accent colour.
  public static final Band PLAIN = new Band(Ground.ACCENT, Ink.AUTO, Optional.empty());
}
