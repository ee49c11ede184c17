package io.baedge.mqtt.client;

/// What bounds one client: messages of QoS 1 the server may have on the way to it
/// (`receiveMaximum`), messages of its own not yet acknowledged (`maxOutstanding`; the server's
/// receive maximum may narrow what is on the wire), the largest packet it takes, the bytes that may
/// wait for a slow socket, and two time limits.
public record ClientLimits(
    int receiveMaximum,
    int maxOutstanding,
    int maxPacketBytes,
    int maxWaitingBytes,
    int connectTimeoutMs,
    int pingTimeoutMs) {

  /// 16 in, 64 out, packets up to 256 KiB, 512 KiB waiting, 5 s to connect, 10 s for a ping.
  public static final ClientLimits DEFAULT =
      new ClientLimits(16, 64, 256 * 1024, 512 * 1024, 5_000, 10_000);

  public ClientLimits {
    atLeastOne("receiveMaximum", receiveMaximum, 0xFFFF);
    atLeastOne("maxOutstanding", maxOutstanding, 0x8000);
    atLeastOne("maxPacketBytes", maxPacketBytes, 268_435_460);
    atLeastOne("maxWaitingBytes", maxWaitingBytes, Integer.MAX_VALUE);
    atLeastOne("connectTimeoutMs", connectTimeoutMs, Integer.MAX_VALUE);
    atLeastOne("pingTimeoutMs", pingTimeoutMs, Integer.MAX_VALUE);
  }

  public ClientLimits withReceiveMaximum(int value) {
    return new ClientLimits(
        value, maxOutstanding, maxPacketBytes, maxWaitingBytes, connectTimeoutMs, pingTimeoutMs);
  }

  public ClientLimits withMaxOutstanding(int value) {
    return new ClientLimits(
        receiveMaximum, value, maxPacketBytes, maxWaitingBytes, connectTimeoutMs, pingTimeoutMs);
  }

  public ClientLimits withMaxPacketBytes(int value) {
    return new ClientLimits(
        receiveMaximum, maxOutstanding, value, maxWaitingBytes, connectTimeoutMs, pingTimeoutMs);
  }

  public ClientLimits withTimeouts(int connectMs, int pingMs) {
    return new ClientLimits(
        receiveMaximum, maxOutstanding, maxPacketBytes, maxWaitingBytes, connectMs, pingMs);
  }

  private static void atLeastOne(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ": give 1 to " + most);
    }
  }
}
