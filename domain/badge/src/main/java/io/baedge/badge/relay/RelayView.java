package io.baedge.badge.relay;

/**
 * What a badge does for its neighbours now.
 *
 * @param closed why it lets nobody in; empty when it does
 * @param guests whom it carries for
 * @param carried messages since the start
 * @param dropped messages beyond what it carries in a minute
 * @param turnedAway neighbours that it did not let in
 */
public record RelayView(String closed, int guests, long carried, long dropped, long turnedAway) {}
