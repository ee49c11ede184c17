package io.baedge.kit.journal;

/**
 * What a journal holds of one epoch.
 *
 * @param lowest held sequence
 * @param highest held sequence
 * @param acknowledgedThrough the hub has everything up to here that it will ever get, as far as was
 *     noted; 0 for nothing
 */
public record Held(long epoch, long lowest, long highest, long acknowledgedThrough) {}
