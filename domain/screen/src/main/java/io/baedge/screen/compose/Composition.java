package io.baedge.screen.compose;

import io.baedge.screen.Frame;

/// A picture and the report about it.
public record Composition(Frame frame, FrameReport report) {}
