package io.baedge.badgelinux.button;

/**
 * Somebody pressed a button.
 *
 * @param number the first one is number 1
 * @param held for long
 */
public record Press(int number, boolean held) {}
