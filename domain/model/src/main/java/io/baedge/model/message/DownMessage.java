package io.baedge.model.message;

/** What a hub says to a device. */
public sealed interface DownMessage permits Desired, Command, Ack {}
