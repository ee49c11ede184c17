package io.baedge.mqtt.hub;

/// How a device is connected: remote address, MQTT version (4 = 3.1.1, 5) and the keep-alive in
/// seconds that holds.
public record PeerInfo(String address, int mqttVersion, int keepAliveS) {}
