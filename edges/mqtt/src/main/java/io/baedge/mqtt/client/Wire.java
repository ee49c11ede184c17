package io.baedge.mqtt.client;

import java.io.IOException;
import java.nio.ByteBuffer;

/// The byte stream below a client, never blocking. Plain TCP today; TLS fits in between.
interface Wire {
  /// Goes on with connecting; true when bytes can flow.
  boolean finishOpening() throws IOException;

  /// Reads what is there: the count, 0 for nothing, -1 for the end.
  int read(ByteBuffer target) throws IOException;

  /// Writes what fits into the socket now.
  void write(ByteBuffer source) throws IOException;

  /// Closes without an error, whatever the state.
  void close();
}
