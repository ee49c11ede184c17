package io.baedge.model.message;

/** Said by a hub to everybody: whether it is there, and with which store generation. */
public record HubStatus(boolean online, long generation) {}
