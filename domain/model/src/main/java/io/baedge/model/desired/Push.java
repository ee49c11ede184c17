package io.baedge.model.desired;

/**
 * A screen pushed by an operator.
 *
 * @param screen name of the screen
 * @param untilMs wall time at which the push ends; 0 = until the next change
 */
public record Push(String screen, long untilMs) {}
