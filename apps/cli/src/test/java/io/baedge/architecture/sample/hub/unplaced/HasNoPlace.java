package io.baedge.architecture.sample.hub.unplaced;

final class HasNoPlace {}
