package io.baedge.badge.screen;

import io.baedge.screen.compose.Values;

/**
 * A picture to be made.
 *
 * @param screen name of the screen
 * @param values what its placeholders stand for
 */
public record PictureRequest(String screen, Values values) {}
