package io.baedge.screen;

/// A frame in the order of bits that a panel's driver sends.
///
/// @param first the black plane (1 = white, 0 = black), or all pixels of a panel with 2 bits a
///   pixel
/// @param second the colour plane (0 = coloured); empty on panels that have none
public record PackedFrame(byte[] first, byte[] second) {}
