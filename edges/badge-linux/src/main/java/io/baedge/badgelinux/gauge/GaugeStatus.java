package io.baedge.badgelinux.gauge;

/**
 * How a gauge does.
 *
 * @param gauge what it is, for people
 * @param problem why the last reading said nothing; empty when it went well
 * @param readings that went well
 * @param failures that did not
 * @param skipped wishes for a reading while the one before it had not ended
 */
public record GaugeStatus(
    String gauge, String problem, long readings, long failures, long skipped) {}
