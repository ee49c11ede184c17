package io.baedge.badge.screen;

import io.baedge.screen.compose.Values;

/**
 * A picture to be made.
 *
 * @param screen name of the screen
 * @param values what its placeholders stand for
 * @param tier word of the badge's power tier, for variants of layouts
 * @param edition counts the changes of layouts and pictures: the same screen may look otherwise
 */
public record PictureRequest(String screen, Values values, String tier, long edition) {}
