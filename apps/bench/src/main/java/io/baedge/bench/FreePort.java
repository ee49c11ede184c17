package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports for programs that cannot tell which one they got.
final class FreePort {
  private FreePort() {}

  static int find() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new CommandFailure("no port is free: " + e.getMessage(), e);
    }
  }
}
