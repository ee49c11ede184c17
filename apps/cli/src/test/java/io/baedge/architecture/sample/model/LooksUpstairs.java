package io.baedge.architecture.sample.model;

import io.baedge.architecture.sample.badge.power.Power;

/// The model must know no badge.
final class LooksUpstairs {
  Power power = new Power();
}
