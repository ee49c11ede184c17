package io.baedge.model.desired;

/**
 * An urgent text for every glass it is addressed to.
 *
 * @param id of the announcement, for counting who shows it
 * @param untilMs wall time at which it ends
 */
public record Announcement(String id, String title, String text, long untilMs) {}
