package io.baedge.mqtt.hub;

/// The hub's answer to one message. Works from any thread and counts once.
public interface Receipt {
  /// The message is committed: the acknowledgement may go.
  void accept();

  /// The message is not wanted: an MQTT reason code from 0x80 on where the carrier can say it. The
  /// sender must not send it again.
  void refuse(int reasonCode);
}
