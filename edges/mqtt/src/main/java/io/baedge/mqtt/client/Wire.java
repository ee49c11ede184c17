package io.baedge.mqtt.client;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The byte stream below a client, never blocking: plain TCP, TLS over it, a WebSocket over either.
interface Wire {
  /// Goes on with connecting as soon as the socket allows; true when bytes can flow.
  boolean finishOpening() throws IOException;

  /// What the socket must become ready for while it opens, as interest of a selection key.
  int openingInterest();

  /// Reads what is there: the count, 0 for nothing, -1 for the end.
  int read(ByteBuffer target) throws IOException;

  /// Writes what fits into the socket now.
  void write(ByteBuffer source) throws IOException;

  /// Writes what earlier calls left behind; true when nothing is left.
  boolean flush() throws IOException;

  /// Closes without an error, whatever the state.
  void close();
}
