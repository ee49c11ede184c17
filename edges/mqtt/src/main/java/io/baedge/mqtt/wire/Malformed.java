package io.baedge.mqtt.wire;

/// Why bytes are not a packet this side may receive: the reason code to disconnect with and one
/// sentence for people.
public record Malformed(int reasonCode, String text) {}
