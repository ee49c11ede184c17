package io.baedge.model.message;

import io.baedge.model.telemetry.Received;

/**
 * What the hub has committed of a device's records. Only this lets a device forget.
 *
 * @param generation of the store that holds them; after a restore the device sends again what the
 *     new generation does not have
 * @param received of that epoch
 * @param frameHash the last glass whose picture the hub holds; empty for none
 */
public record Ack(long generation, long epoch, Received received, String frameHash)
    implements DownMessage {}
