package io.baedge.bench.torture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Where a step works and how much of it is wanted.
///
/// @param directory for this step alone
/// @param plan sizes
/// @param random for moments and victims
record Room(Path directory, Plan plan, RandomGenerator random) {
  /// How much.
  ///
  /// @param kills in the step `kill`
  /// @param copies of each kind in the step `power-cut`
  /// @param pauseMs how long a hub is stopped and a network is cut
  record Plan(int kills, int copies, long pauseMs) {}

  static Room of(Path directory, Plan plan, long seed) {
    return new Room(directory, plan, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
  }

  /// A new directory in it.
  Path sub(String name) throws TortureFailed {
    try {
      return Files.createDirectories(directory.resolve(name));
    } catch (IOException e) {
      throw new TortureFailed(directory.resolve(name) + " cannot be made: " + e.getMessage(), e);
    }
  }

  /// Waits between both, both included.
  void pause(int fromMs, int toMs) throws InterruptedException {
    Thread.sleep(random.nextLong(fromMs, toMs + 1L));
  }

  /// A port that stays the same over restarts.
  static int freePort() throws TortureFailed {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new TortureFailed("no port is free: " + e.getMessage(), e);
    }
  }
}
