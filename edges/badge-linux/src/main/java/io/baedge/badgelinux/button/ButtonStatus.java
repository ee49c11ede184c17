package io.baedge.badgelinux.button;

/**
 * How the keys do.
 *
 * @param keys what they are, for people
 * @param problem what is wrong; empty when all is well
 * @param presses that were told, held ones too
 * @param failures of the lines
 */
public record ButtonStatus(String keys, String problem, long presses, long failures) {}
