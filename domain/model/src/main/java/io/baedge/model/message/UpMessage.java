package io.baedge.model.message;

/** What a device says to its hub. */
public sealed interface UpMessage permits Status, Telemetry, Reported, DeviceLog {}
