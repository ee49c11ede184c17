package io.baedge.hubserver.loop;

/**
 * How a hub is.
 *
 * @param live whether its thread runs
 * @param ready whether it takes messages and requests
 * @param sentence what is wrong, or "ready"
 * @param generation of its store
 * @param queued events that wait for the hub
 * @param restarts how often it went on from its store after a failed commit
 */
public record HubHealth(
    boolean live, boolean ready, String sentence, long generation, int queued, int restarts) {}
