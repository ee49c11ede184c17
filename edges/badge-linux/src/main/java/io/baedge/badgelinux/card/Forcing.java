package io.baedge.badgelinux.card;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * Brings what was written to the medium. The system property {@code baedge.card.unforced} leaves
 * that out, so that a test of power cuts can show that it would notice; nothing else may set it.
 */
final class Forcing {
  private static final boolean OFF = Boolean.getBoolean("baedge.card.unforced");

  private Forcing() {}

  static void force(FileChannel channel, boolean metadata) throws IOException {
    if (!OFF) {
      channel.force(metadata);
    }
  }
}
