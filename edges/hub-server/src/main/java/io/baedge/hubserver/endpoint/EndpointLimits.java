package io.baedge.hubserver.endpoint;

/// Every bound of the endpoint: bytes of a packet, messages of QoS 1 a client may have
/// unacknowledged, connections, readers among them, messages handed to the hub and not committed,
/// messages that may wait for room there, and messages that may wait for one badge.
public record EndpointLimits(
    int maxPacketBytes,
    int receiveMaximum,
    int maxConnections,
    int maxReaders,
    int maxUncommitted,
    int maxWaiting,
    int maxDownQueue) {

  /// 256 KiB packets, 32 per client, 100 000 connections, 16 readers, 10 000 uncommitted, 20 000
  /// waiting, 32 on the way down.
  public static final EndpointLimits DEFAULT =
      new EndpointLimits(256 * 1024, 32, 100_000, 16, 10_000, 20_000, 32);

  public EndpointLimits {
    atLeast("maxPacketBytes", maxPacketBytes, 256);
    atLeast("receiveMaximum", receiveMaximum, 1);
    atLeast("maxConnections", maxConnections, 1);
    atLeast("maxReaders", maxReaders, 0);
    atLeast("maxUncommitted", maxUncommitted, 1);
    atLeast("maxWaiting", maxWaiting, 0);
    atLeast("maxDownQueue", maxDownQueue, 1);
    if (receiveMaximum > 0xFFFF) {
      throw new IllegalArgumentException(
          "receiveMaximum is " + receiveMaximum + ": give at most 65535");
    }
  }

  public EndpointLimits withReceiveMaximum(int value) {
    return new EndpointLimits(
        maxPacketBytes,
        value,
        maxConnections,
        maxReaders,
        maxUncommitted,
        maxWaiting,
        maxDownQueue);
  }

  public EndpointLimits withQueue(int uncommitted, int waiting) {
    return new EndpointLimits(
        maxPacketBytes,
        receiveMaximum,
        maxConnections,
        maxReaders,
        uncommitted,
        waiting,
        maxDownQueue);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ": give at least " + least);
    }
  }
}
